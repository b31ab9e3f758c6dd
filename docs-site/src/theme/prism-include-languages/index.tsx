/** The languages that a browser needs to colour programs: none, as they are coloured while the site is built. */
export default function prismIncludeLanguages(): void {
  // The theme calls it in any case.
}
