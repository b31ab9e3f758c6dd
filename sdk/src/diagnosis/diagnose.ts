import { findInstallation } from '../installation/find-installation.ts';
import type { InstallationOptions } from '../installation/installation-options.ts';
import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { Evidence, Found } from './check.ts';
import { checks } from './checks.ts';
import type { DiagnosedPhone, Diagnosis, Finding } from './finding.ts';
import type { Severity } from './severity.ts';
import type { PhoneFacts, PhoneSnapshot } from './snapshot/phone-snapshot.ts';
import { emptySnapshot, takeSnapshot, type SnapshotSurroundings } from './snapshot/take-snapshot.ts';

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * Looks for everything that can be wrong with a MicroSIP, and changes nothing. That there is none is a finding too.
 *
 * @param options - which MicroSIP
 * @param signal - ends the look early
 * @param surroundings - for tests: another clock, another Windows
 * @throws MicroSipError `INVALID_ARGUMENT` when the options make no sense
 * @example
 * ```ts
 * const { findings } = await diagnose({ executable: 'D:\\MicroSIP\\microsip.exe' }, AbortSignal.timeout(10_000));
 * for (const { title, remedy } of findings) console.log(`${title}: ${remedy}`);
 * ```
 */
export async function diagnose(
  options: InstallationOptions,
  signal: AbortSignal,
  surroundings?: SnapshotSurroundings,
): Promise<Diagnosis> {
  let installation: Installation;
  try {
    installation = await findInstallation(options);
  } catch (error) {
    if (!(error instanceof MicroSipError) || error.code !== 'NOT_INSTALLED') throw error;
    // What to do is for the finding to say.
    const { NoPhoneFoundError } = await import('../installation/discovery/not-installed.ts');
    const notFound = error instanceof NoPhoneFoundError ? error.search : error.message;
    return diagnosisOf(await emptySnapshot(notFound, surroundings));
  }
  return await diagnoseInstallation(installation, signal, surroundings);
}

/** As {@link diagnose}, for an installation that was found already. */
export async function diagnoseInstallation(
  installation: Installation,
  signal: AbortSignal,
  surroundings?: SnapshotSurroundings,
): Promise<Diagnosis> {
  return diagnosisOf(await takeSnapshot(installation, signal, surroundings));
}

/** What is wrong in a snapshot. */
export function diagnosisOf(snapshot: PhoneSnapshot): Diagnosis {
  const examined = checks.map((check) => ({ check, found: check.examine(snapshot) }));
  const findings = examined.flatMap(({ check, found }) =>
    evidenceOf(found).map(({ detail, named = {}, remedy, severity = check.severity }): Finding => ({
      code: check.code,
      severity,
      title: check.title,
      detail,
      remedy: filledIn(remedy ?? [check.remedy].flat()[0] ?? '', named),
      ...('facts' in check && { facts: check.facts }),
      docsPath: `/reference/doctor#${check.code}`,
    })),
  );
  return {
    ...(snapshot.phone !== undefined && { phone: diagnosedPhone(snapshot.phone) }),
    findings: findings.toSorted(
      (left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity),
    ),
    checked: examined.filter(({ found }) => found !== 'unknown').map(({ check }) => check.code),
  };
}

/** A remedy for one case, with what stands for each of its names. */
function filledIn(remedy: string, named: Readonly<Record<string, string>>): string {
  return remedy.replaceAll(/<(\w+)>/gu, (name, key: string) => named[key] ?? name);
}

function evidenceOf(found: Found | 'unknown'): readonly Evidence[] {
  if (found === undefined || found === 'unknown') return [];
  return 'detail' in found ? [found] : found;
}

function diagnosedPhone({ backend, dataDirectory, executable, version }: PhoneFacts): DiagnosedPhone {
  return { backend, executable, dataDirectory, ...(version !== undefined && { version }) };
}
