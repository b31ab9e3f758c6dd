import { PageMetadata } from '@docusaurus/theme-common';
import SearchPage from '@theme-original/SearchPage';
import type { ReactNode } from 'react';

/** The page of the search, which has no description by itself. */
export default function DescribedSearchPage(): ReactNode {
  return (
    <>
      <PageMetadata description="Search the documentation of the MicroSIP DevKit: commands, settings, guides and symbols of the SDK." />
      <SearchPage />
    </>
  );
}
