// How programs are coloured on the site. The themes that come along are too pale in places to be read by everyone.

/**
 * @typedef {object} Palette
 * @property {string} background
 * @property {string} plain
 * @property {string} comment
 * @property {string} text strings
 * @property {string} keyword
 * @property {string} name functions and tags
 * @property {string} value numbers, constants and attributes
 * @property {string} punctuation
 */

/**
 * @param {Palette} palette
 * @returns {import('prism-react-renderer').PrismTheme}
 */
function codeTheme({ background, comment, keyword, name, plain, punctuation, text, value }) {
  return {
    plain: { color: plain, backgroundColor: background },
    styles: [
      { types: ['comment', 'prolog', 'doctype', 'cdata'], style: { color: comment, fontStyle: 'italic' } },
      { types: ['punctuation', 'operator'], style: { color: punctuation } },
      { types: ['string', 'char', 'attr-value', 'regex', 'inserted', 'url'], style: { color: text } },
      { types: ['keyword', 'atrule', 'important', 'selector'], style: { color: keyword } },
      { types: ['function', 'class-name', 'tag', 'deleted', 'builtin'], style: { color: name } },
      {
        types: ['number', 'boolean', 'constant', 'symbol', 'property', 'attr-name', 'variable'],
        style: { color: value },
      },
    ],
  };
}

export const lightCode = codeTheme({
  background: '#f4f7f7',
  plain: '#1f2a2e',
  comment: '#5a6a70',
  text: '#0d6a3f',
  keyword: '#0a5a94',
  name: '#76389b',
  value: '#8f4400',
  punctuation: '#4a5a60',
});

export const darkCode = codeTheme({
  background: '#242a2d',
  plain: '#e4e9ea',
  comment: '#9fb0b6',
  text: '#93d9a9',
  keyword: '#86c5f7',
  name: '#d9b8f5',
  value: '#f2c08a',
  punctuation: '#b9c5c9',
});
