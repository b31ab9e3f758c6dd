// A TypeDoc plugin: says of no symbol where it is defined. Without an address to lead to, a reader has no use for it.
import { Converter } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  // The rooms of the symbols are read from their sources, so these go last.
  app.converter.on(Converter.EVENT_RESOLVE_END, (context) => {
    for (const reflection of Object.values(context.project.reflections)) {
      if ('sources' in reflection) reflection.sources = undefined;
    }
  });
}
