/**
 * What a diagnosis can find. The diagnosis itself is `MicroSip.diagnose()`.
 *
 * @module microsip-sdk/diagnosis
 */
export type { FindingCode } from './checks.ts';
export type { DiagnosedPhone, Diagnosis, Finding } from './finding.ts';
export type { Severity } from './severity.ts';
export { knownFindings } from './known-findings.ts';
export type { KnownFinding } from './known-findings.ts';
