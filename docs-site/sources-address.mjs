/**
 * Where pages are edited, and where the sources of what they tell about are read.
 *
 * @param {string | undefined} address of `docs-site/` in a repository's editor, such as `https://…/edit/main/docs-site/`
 */
export function sourcesAt(address) {
  return {
    /**
     * The address where a page is edited. What is made from data has none, nor has any page where nobody says.
     *
     * @param {{ docPath: string, versionDocsDirPath: string }} page
     */
    editUrl({ docPath, versionDocsDirPath }) {
      if (address === undefined || docPath.startsWith('reference/generated/')) return undefined;
      return new URL(`${versionDocsDirPath}/${docPath}`, address).href;
    },

    /** Where a line of a file is read, as TypeDoc writes it: GitHub and GitLab have their reader beside their editor. */
    lineTemplate:
      address === undefined
        ? undefined
        : `${new URL('..', address).href.replace('/edit/', '/blob/')}{path}#L{line}`,
  };
}
