import type { DiagnosedPhone, Diagnosis, Finding } from '../../diagnosis/finding.ts';
import type { Severity } from '../../diagnosis/severity.ts';
import type { TextStyle, Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

const styles: Readonly<Record<Severity, TextStyle>> = { error: 'red', warning: 'yellow', note: 'cyan' };

const widest = 'warning'.length;
const indent = ' '.repeat(widest + 2);

/** A diagnosis for the terminal: the phone, what is wrong with it, what to do, and the sum. */
export function diagnosisText(terminal: Terminal, { checked, findings, phone }: Diagnosis): string {
  return [
    ...(phone === undefined ? [] : [terminal.style('dim', phoneText(phone))]),
    ...findings.map((finding) => findingText(terminal, finding)),
    terminal.style('bold', summary(findings, checked.length)),
  ].join('\n\n');
}

function phoneText({ backend, dataDirectory, executable, version }: DiagnosedPhone): string {
  const name = backend === 'simulator' ? 'Simulated MicroSIP' : 'MicroSIP';
  return escapeForTerminal(
    `${name} ${version ?? 'of unknown version'}, ${executable}, its files in ${dataDirectory}`,
  );
}

function findingText(terminal: Terminal, { code, detail, facts, remedy, severity, title }: Finding): string {
  const source = terminal.style('dim', `[${code}${facts === undefined ? '' : `, facts ${facts}`}]`);
  return [
    `${terminal.style(styles[severity], severity.padEnd(widest))}  ${terminal.style('bold', title)} ${source}`,
    `${indent}${escapeForTerminal(detail)}`,
    `${indent}→ ${escapeForTerminal(remedy)}`,
  ].join('\n');
}

function summary(findings: readonly Finding[], checked: number): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: findings.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  const result = counts.length === 0 ? 'Nothing wrong was found' : `Found ${counts.join(', ')}`;
  return `${result}; looked for ${checked} things.`;
}
