import assert from 'node:assert/strict';

import { sourcesAt } from '../../docs-site/sources-address.mjs';

const firstCall = { docPath: 'first-call.md', versionDocsDirPath: 'docs' };

describe('the address of the sources', () => {
  it('is where people edit what they wrote, and not what is made from data', () => {
    const { editUrl } = sourcesAt('https://example.org/ada/kit/edit/main/docs-site/');
    assert.equal(editUrl(firstCall), 'https://example.org/ada/kit/edit/main/docs-site/docs/first-call.md');
    assert.equal(editUrl({ ...firstCall, docPath: 'reference/generated/versions.md' }), undefined);
  });

  it('is read beside where it is edited, with the name of a branch as it is', () => {
    assert.equal(
      sourcesAt('https://example.org/ada/kit/edit/main/docs-site/').lineTemplate,
      'https://example.org/ada/kit/blob/main/{path}#L{line}',
    );
    assert.equal(
      sourcesAt('https://example.org/ada/kit/-/edit/edit/page/docs-site/').lineTemplate,
      'https://example.org/ada/kit/-/blob/edit/page/{path}#L{line}',
    );
  });

  it('is none where nobody says', () => {
    const { editUrl, lineTemplate } = sourcesAt(undefined);
    assert.equal(editUrl(firstCall), undefined);
    assert.equal(lineTemplate, undefined);
  });
});
