import docs, { validateOptions, type PluginOptions } from '@docusaurus/plugin-content-docs';
import type { GlobalPluginData } from '@docusaurus/plugin-content-docs/client';
import type { LoadContext, Plugin, RouteConfig } from '@docusaurus/types';

/**
 * Docusaurus' docs plugin, without the lists of all its pages that it hands to each of them: a tenth of what a reader
 * loads where symbols are many. Only cards of pages and the choice of a version read them, and this site has neither.
 */
export async function lightDocs(context: LoadContext, options: PluginOptions): Promise<Plugin> {
  const plugin = (await docs(context, options)) as Plugin;
  return {
    ...plugin,
    async contentLoaded({ actions, content }) {
      await plugin.contentLoaded?.({
        content,
        actions: {
          ...actions,
          addRoute: (route) => {
            actions.addRoute(withoutDocs(route));
          },
          setGlobalData: (data) => {
            const { versions, ...rest } = data as GlobalPluginData;
            actions.setGlobalData({
              ...rest,
              versions: versions.map((version) => ({ ...version, docs: [] })),
            });
          },
        },
      });
    },
  };
}
lightDocs.validateOptions = validateOptions;

/** A route and those below it, whose version lists no pages. */
function withoutDocs({ props, routes, ...route }: RouteConfig): RouteConfig {
  return {
    ...route,
    ...(routes === undefined ? {} : { routes: routes.map(withoutDocs) }),
    ...(props === undefined ? {} : { props: withoutDocsOfVersion(props) }),
  };
}

function withoutDocsOfVersion(props: NonNullable<RouteConfig['props']>): NonNullable<RouteConfig['props']> {
  const { version } = props;
  return typeof version === 'object' && version !== null
    ? { ...props, version: { ...version, docs: {} } }
    : props;
}
