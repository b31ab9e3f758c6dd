import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

import { coloursOfProgram } from './colours-of-program.mts';

/**
 * Colours the programs of a page while the site is built (a plugin of rehype): a browser that did would load Prism and
 * its grammars with each page. The component of code blocks gets the colours as `colours`.
 */
export function colourPrograms() {
  return (page: Root): void => {
    visit(page, 'element', (code: Element, _index, parent) => {
      if (code.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return;
      const [text] = code.children;
      const language = languageOf(code);
      if (text?.type !== 'text' || language === undefined || language === 'text') return;
      code.properties['colours'] = coloursOfProgram(text.value.replace(/\n$/u, ''), language);
    });
  };
}

function languageOf({ properties: { className } }: Element): string | undefined {
  const classes = Array.isArray(className) ? className.map(String) : [];
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}
