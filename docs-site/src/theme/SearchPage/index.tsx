import { PageMetadata } from '@docusaurus/theme-common';
import SearchPage from '@theme-original/SearchPage';
import { useEffect, type ReactNode } from 'react';

/** The page of the search, which by itself has no description, and nothing that says where its main part is. */
export default function DescribedSearchPage(): ReactNode {
  useEffect(() => {
    document.querySelector('.main-wrapper > .container')?.setAttribute('role', 'main');
  }, []);
  return (
    <>
      <PageMetadata description="Search the documentation of the MicroSIP DevKit: commands, settings, guides and symbols of the SDK." />
      <SearchPage />
    </>
  );
}
