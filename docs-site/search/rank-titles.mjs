import lunr from 'lunr';

/**
 * One of the indexes of the search: the documents it finds, and lunr's own data. Those of a site stand in this order:
 * titles, headings, descriptions, keywords, text.
 *
 * @typedef {{ documents: { i: number, t: string, u: string }[], index: object }} SearchIndex
 */

/** How much more a hit counts by where it is; the first that fits. People look for what MicroSIP understands first. */
const weights = /** @type {const} */ ([
  ['reference/command-line', 8],
  ['sdk', 1],
  ['', 4],
]);

/**
 * The indexes of a site, of which those of titles and headings know what counts more. Titles are also found by the
 * keywords of their page: the title `/hangupall` has no word “hangup” in it.
 *
 * @param {readonly SearchIndex[]} indexes
 * @param {string} baseUrl
 * @returns {readonly SearchIndex[]}
 */
export function rankTitles([titles, headings, descriptions, keywords, ...rest], baseUrl) {
  const keywordsOf = new Map(keywords?.documents.map(({ i, t }) => [i, t]));
  /** @param {SearchIndex} index */
  const ranked = ({ documents }) => ({
    documents,
    index: lunr(function () {
      this.ref('i');
      this.field('t');
      this.tokenizer = wordsOf;
      // What the search marks in its hits.
      this.metadataWhitelist = ['position'];
      for (const { i, t: title, u } of documents) {
        const place = u.slice(baseUrl.length);
        const [, boost] = weights.find(([start]) => place.startsWith(start)) ?? ['', 1];
        this.add({ i: String(i), t: { title, keywords: keywordsOf.get(i) ?? '' } }, { boost });
      }
    }),
  });
  return [ranked(titles), ranked(headings), descriptions, keywords, ...rest];
}

/**
 * The words of a title and its keywords. Each has a place in the title: the search finds nothing to show without.
 *
 * @param {{ title: string, keywords: string }} text
 * @param {object} metadata
 * @returns {lunr.Token[]}
 */
function wordsOf({ keywords, title }, metadata) {
  const words = lunr.tokenizer(keywords, metadata).map((word) => {
    const start = title.toLowerCase().indexOf(word.toString());
    word.metadata.position = start === -1 ? [0, 0] : [start, word.toString().length];
    return word;
  });
  return [...lunr.tokenizer(title, metadata), ...words];
}
