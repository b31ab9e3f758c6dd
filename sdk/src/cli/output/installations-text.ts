import type { FoundInstallation } from '../../installation/found-installation.ts';
import { column } from './column.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** MicroSIPs, one a line, the chosen one marked; below each the folder with its files. */
export function installationsText(
  terminal: Terminal,
  installations: readonly Omit<FoundInstallation, 'launch'>[],
): string {
  const lines = installations.map((installation) => ({
    mark: installation.chosen ? terminal.style('green', '→') : ' ',
    version: installation.version ?? 'version?',
    kind: installation.portable ? 'portable' : 'installed',
    state: stateOf(installation),
    executable: escapeForTerminal(installation.executable),
    place: escapeForTerminal(placeOf(installation)),
    data: escapeForTerminal(installation.dataDirectory),
  }));
  const toVersion = column(lines.map(({ version }) => version));
  const toKind = column(lines.map(({ kind }) => kind));
  const toState = column(lines.map(({ state }) => state));
  return lines
    .flatMap(({ data, executable, kind, mark, place, state, version }) => [
      `${mark} ${toVersion(version)}  ${toKind(kind)}  ${toState(state)}  ${executable}`,
      terminal.style('dim', `    found by ${place}; files in ${data}`),
    ])
    .join('\n');
}

function stateOf({ running }: Pick<FoundInstallation, 'running'>): string {
  if (running === undefined) return 'runs?';
  return running ? 'runs' : 'stopped';
}

function placeOf({ backend, foundBy, prefix }: Omit<FoundInstallation, 'launch'>): string {
  const place = (foundBy ?? 'option').replaceAll('-', ' ');
  return prefix === undefined ? `${place} (${backend})` : `${place} in ${prefix} (${backend})`;
}
