import { HtmlClassNameProvider, PageMetadata } from '@docusaurus/theme-common';
import Layout from '@theme/Layout';
import type { Props } from '@theme/MDXPage';
import type { ReactNode } from 'react';

/**
 * A page that is no part of the documentation: the playground. Its few words need nothing of what the theme has for
 * text, such as code blocks and tabs, which would be loaded before the phone is.
 */
export default function PlainPage({ content: Content }: Props): ReactNode {
  const { description = '', frontMatter, title = '' } = Content.metadata;
  return (
    <HtmlClassNameProvider className={frontMatter.wrapperClassName ?? ''}>
      <Layout>
        <PageMetadata title={title} description={description} />
        <main className="container container--fluid margin-vert--lg">
          <article>
            <Content />
          </article>
        </main>
      </Layout>
    </HtmlClassNameProvider>
  );
}
