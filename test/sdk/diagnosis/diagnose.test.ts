import assert from 'node:assert/strict';

import { hookKeys } from '../../../sdk/src/catalogue/hook.ts';
import { checks } from '../../../sdk/src/diagnosis/checks.ts';
import type { FindingCode } from '../../../sdk/src/diagnosis/checks.ts';
import type { Diagnosis } from '../../../sdk/src/diagnosis/finding.ts';
import { knownFindings } from '../../../sdk/src/diagnosis/known-findings.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { faults, type Fault } from './faults.ts';
import { PreparedPhone, type PreparedBackend } from './prepared-phone.ts';

/** Faults that have tests of their own. */
const testedElsewhere: readonly FindingCode[] = ['folder-not-writable'];

describe('a diagnosis', () => {
  for (const backend of ['simulator', 'wine', 'wsl'] as const) {
    it(`finds nothing in a good installation: ${backend}`, async function () {
      skipWhereUnseen(this, backend);
      using phone = await PreparedPhone.create(backend);
      const { findings, checked } = await phone.diagnose();
      assert.deepEqual(findings, []);
      const everywhere: readonly FindingCode[] = [
        'settings-damaged',
        'hook-cut',
        'account-gap',
        'call-state-off',
      ];
      for (const code of everywhere) assert.ok(checked.includes(code), code);
    });
  }

  it('finds nothing in hooks of the kit that were set on the Windows behind WSL', async function () {
    skipWhereUnseen(this, 'wsl');
    using here = await PreparedPhone.create('simulator');
    await here.installHooks();
    using phone = await PreparedPhone.create('wsl');
    const installed = await here.closedSettings.read();
    for (const key of hookKeys) phone.set('Settings', key, installed.getText('Settings', key) ?? '');
    assert.deepEqual((await phone.diagnose()).findings, []);
  });

  it('has a prepared fault for everything it looks for', () => {
    const codes = checks.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length, 'no code twice');
    for (const code of codes) {
      assert.ok(faults[code].length > 0 || testedElsewhere.includes(code), code);
    }
  });

  for (const { code, severity } of checks) {
    for (const fault of faults[code]) {
      it(`finds ${code}: ${fault.title}`, async function () {
        skipWhereUnseen(this, fault.backend);
        await findsOnly(code, fault.severity ?? severity, fault);
      });
    }
  }
});

/** A good installation, broken in one way, shows this one thing; unbroken it shows nothing. */
async function findsOnly(code: FindingCode, severity: string, fault: Fault): Promise<void> {
  using phone = await PreparedPhone.create(fault.backend ?? 'simulator');
  assert.deepEqual((await phone.diagnose()).findings, [], 'before it is broken');

  const started: AsyncDisposable[] = [];
  let diagnosis: Diagnosis;
  try {
    await fault.break(phone, started);
    diagnosis = await phone.diagnose();
  } finally {
    for (const process of started) await process[Symbol.asyncDispose]();
  }
  const { checked } = diagnosis;
  const findings = diagnosis.findings.filter((finding) => !fault.also?.includes(finding.code));
  assert.equal(diagnosis.findings.length, findings.length + (fault.also?.length ?? 0));

  assert.deepEqual(
    findings.map((finding) => [finding.code, finding.severity]),
    [[code, severity]],
    JSON.stringify(findings, undefined, 2),
  );
  assert.ok(checked.includes(code));
  for (const { detail, docsPath, remedy, title } of findings) {
    assert.match(title, /^[A-Z]/u);
    assert.match(detail, /[.)]$/u);
    assert.match(remedy, /\.$/u);
    assert.ok(isDocumented(code, remedy), remedy);
    assert.equal(docsPath, `/reference/doctor#${code}`);
  }
}

/** Whether the remedy is one that is documented, with a word of this case for each name in angle brackets. */
function isDocumented(code: FindingCode, remedy: string): boolean {
  const remedies = knownFindings.find((known) => known.code === code)?.remedies ?? [];
  return remedies.some((documented) => {
    const pattern = documented
      .split(/<\w+>/u)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
      .join('[^<>]+');
    return new RegExp(`^${pattern}$`, 'u').test(remedy);
  });
}

/** Processes are looked for in the way of the system the test runs on. */
function skipWhereUnseen(context: Mocha.Context, backend: PreparedBackend = 'simulator'): void {
  if (backend === 'simulator' || process.platform !== 'win32') return;
  skipBecause(context, 'Wine and WSL are looked at from Linux and macOS');
}
