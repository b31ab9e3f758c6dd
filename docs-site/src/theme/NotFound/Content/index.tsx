import Link from '@docusaurus/Link';
import { PageMetadata } from '@docusaurus/theme-common';
import type { ReactNode } from 'react';

/** What stands where no page is: the ways back. */
export default function NotFoundContent(): ReactNode {
  return (
    <main className="container margin-vert--xl not-found">
      <PageMetadata description="There is no such page in the documentation of the MicroSIP DevKit. Here are the ways back." />
      <h1>Nobody answers at this address</h1>
      <p>There is no such page. It may have moved; the search at the top finds it by its words.</p>
      <ul>
        <li>
          <Link to="/">The MicroSIP API</Link>
        </li>
        <li>
          <Link to="/reference/command-line">Every command of MicroSIP</Link>
        </li>
        <li>
          <Link to="/guides/dial-from-your-language">Dial from your language</Link>
        </li>
        <li>
          <Link to="/playground">A phone to try</Link>
        </li>
      </ul>
    </main>
  );
}
