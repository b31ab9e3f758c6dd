import assert from 'node:assert/strict';

import type { FindingCode } from '../../../sdk/src/diagnosis/checks.ts';
import { diagnose } from '../../../sdk/src/diagnosis/diagnose.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';

const { signal } = new AbortController();

describe('a diagnosis on Windows', () => {
  it('looks into the links, the other copies, and whether Windows can be called', async () => {
    await using phone = standInPhone();
    const { checked } = await diagnose({ executable: phone.executable }, signal);
    const expected: readonly FindingCode[] = [
      ...(['koffi-missing', 'several-copies', 'other-copy-runs'] as const),
      ...(['links-unhandled', 'links-elsewhere', 'links-stale'] as const),
    ];
    for (const code of expected) assert.ok(checked.includes(code), code);
  });

  it('finds a portable copy that runs in the place of the one that is meant', async () => {
    await using meant = standInPhone();
    await using running = standInPhone({ name: 'other' });
    const codes = async (): Promise<readonly FindingCode[]> => {
      const { findings } = await diagnose({ executable: meant.executable }, signal);
      return findings.map(({ code }) => code);
    };
    assert.equal((await codes()).includes('other-copy-runs'), false);

    await running.start();
    const found = await diagnose({ executable: meant.executable }, signal);
    const finding = found.findings.find(({ code }) => code === 'other-copy-runs');
    assert.ok(finding !== undefined, JSON.stringify(found.findings, undefined, 2));
    assert.ok(finding.detail.includes(running.executable));
    assert.ok(finding.remedy.includes(running.executable));

    await meant.start();
    assert.equal((await codes()).includes('other-copy-runs'), false);
  });
});
