import { createHash } from 'node:crypto';

import type { SchemeName } from '../../../catalogue/scheme.ts';
import type { Installation } from '../../installation.ts';
import { mimeTypeOf } from './default-applications.ts';
import { escapedText, execLine, parseExecLine, unescapedText, type ExecLine } from './exec-line.ts';
import { KeyFile } from './key-file.ts';

const group = 'Desktop Entry';

/** What a desktop file says about opening links. */
export interface DesktopFile {
  readonly name: string;
  /** As it is written. */
  readonly exec: string | undefined;
  readonly parsed: ExecLine | undefined;
  /** Whether it claims to open links of a scheme. */
  readonly claims: (scheme: SchemeName) => boolean;
}

/** Reads a desktop file; nothing for one that says that it is not to be used. */
export function readDesktopFile(text: string): DesktopFile | undefined {
  const file = new KeyFile(text);
  if (file.get(group, 'Hidden') === 'true') return undefined;
  const exec = file.get(group, 'Exec');
  const types = (file.get(group, 'MimeType') ?? '').split(';');
  return {
    name: unescapedText(file.get(group, 'Name') ?? ''),
    exec,
    parsed: exec === undefined ? undefined : parseExecLine(exec),
    claims: (scheme) => types.includes(mimeTypeOf(scheme)),
  };
}

/** The name of the desktop file of one MicroSIP: two prefixes may have a program of the same path. */
export function desktopFileId({ executable, launch, prefix }: Installation): string {
  const id = createHash('sha256')
    .update([prefix ?? launch.environment?.['WINEPREFIX'] ?? '', executable.toLowerCase()].join('\n'))
    .digest('hex');
  return `microsip-devkit-${id.slice(0, 8)}.desktop`;
}

/** What starts the MicroSIP, with the link to come behind it. */
export function startOf({ launch }: Installation): readonly string[] {
  const environment = Object.entries(launch.environment ?? {}).map(([name, value]) => `${name}=${value}`);
  return [
    ...(environment.length === 0 ? [] : ['env', ...environment]),
    launch.file,
    ...launch.leadingArguments,
  ];
}

/**
 * The text of the desktop file that opens links with a MicroSIP.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for a path that it cannot hold
 */
export function desktopFileText(installation: Installation, schemes: readonly SchemeName[]): string {
  const { workingDirectory } = installation.launch;
  // Not in menus, where Wine has put MicroSIP already.
  return [
    `[${group}]`,
    'Type=Application',
    'Version=1.0',
    'Name=MicroSIP',
    'Comment=Call with MicroSIP under Wine',
    `Exec=${execLine(startOf(installation))}`,
    ...(workingDirectory === undefined ? [] : [`Path=${escapedText(workingDirectory)}`]),
    'NoDisplay=true',
    'StartupNotify=true',
    `MimeType=${schemes.map((scheme) => `${mimeTypeOf(scheme)};`).join('')}`,
    '',
  ].join('\n');
}
