import path from 'node:path';

import type { SchemeName } from '../../../catalogue/scheme.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { foldName } from '../../registry/key-names.ts';
import { textAt, subkeyOf } from '../../registry/registry-lookup.ts';
import type { RegistryKey, RegistryValue } from '../../registry/windows-registry.ts';
import { classesPath } from './registered-schemes.ts';

/** What the kit is called among the user's programs. Not `MicroSIP`, by which MicroSIP knows where it is installed (facts D.1). */
const vendorPath = 'Software\\MicroSIP DevKit';

const capabilitiesPath = `${vendorPath}\\Capabilities`;

const registeredApplicationsPath = 'Software\\RegisteredApplications';

/** The name under which Windows offers it in its default apps. */
const registeredName = 'MicroSIP (DevKit)';

/** What the names of the kit's own classes begin with. */
const progIds = 'MicroSIPDevKit';

/** Where the user chooses, in words and as what `start` opens. */
export const settingsPage = 'Settings > Apps > Default apps (ms-settings:defaultapps)';

/** One value that a registration consists of. */
export interface WantedValue {
  /** Below `HKEY_CURRENT_USER`. */
  readonly path: string;
  /** `''` for the default value. */
  readonly name: string;
  readonly value: RegistryValue;
  /** The scheme it is there for; left out where it is there for any. */
  readonly scheme?: SchemeName;
}

/** The class by which Windows knows this MicroSIP as one that can open a scheme. */
export function progIdOf(scheme: SchemeName): string {
  return `${progIds}.${scheme}`;
}

/** The key whose default value a click on a link runs. */
export function commandPathOf(scheme: SchemeName): string {
  return `${classesPath}\\${scheme}\\shell\\open\\command`;
}

/** The keys of the user's that a registration of these schemes touches, or lies in. */
export function keysTouchedFor(schemes: readonly SchemeName[]): readonly string[] {
  return [
    ...schemes.flatMap((scheme) => [`${classesPath}\\${scheme}`, `${classesPath}\\${progIdOf(scheme)}`]),
    vendorPath,
    registeredApplicationsPath,
  ];
}

/** Whether a key is the kit's alone. Others may put something into any other at any time. */
export function isOwnKey(path: string): boolean {
  const folded = `${foldName(path)}\\`;
  return (
    folded.startsWith(foldName(`${vendorPath}\\`)) ||
    folded.startsWith(foldName(`${classesPath}\\${progIds}.`))
  );
}

/** What a click is to run. The link stays one argument, whatever is in it (facts A.11). */
export function openCommand(executable: string): string {
  if (!path.win32.isAbsolute(executable) || /["%]/u.test(executable)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `Windows could not start ${JSON.stringify(executable)} for a link: give the full path of microsip.exe (--exe), without percent signs.`,
    );
  }
  return `"${executable}" "%1"`;
}

/** What makes Windows offer this MicroSIP for a scheme in its default apps. */
export function offer(scheme: SchemeName, executable: string): readonly WantedValue[] {
  const progId = `${classesPath}\\${progIdOf(scheme)}`;
  return [
    { path: progId, name: '', value: string(`URL:${scheme} (MicroSIP)`), scheme },
    { path: progId, name: 'URL Protocol', value: string(''), scheme },
    { path: `${progId}\\DefaultIcon`, name: '', value: string(`"${executable}",0`), scheme },
    { path: `${progId}\\shell\\open\\command`, name: '', value: string(openCommand(executable)), scheme },
    { path: capabilitiesPath, name: 'ApplicationName', value: string('MicroSIP') },
    {
      path: capabilitiesPath,
      name: 'ApplicationDescription',
      value: string('MicroSIP, registered by MicroSIP DevKit'),
    },
    { path: capabilitiesPath, name: 'ApplicationIcon', value: string(`"${executable}",0`) },
    { path: `${capabilitiesPath}\\URLAssociations`, name: scheme, value: string(progIdOf(scheme)), scheme },
    { path: registeredApplicationsPath, name: registeredName, value: string(capabilitiesPath) },
  ];
}

/**
 * What makes a click run this MicroSIP where no default app is chosen.
 *
 * @param registered - the scheme's class, as programs see it: what is fine in it stays
 */
export function takeOver(
  scheme: SchemeName,
  executable: string,
  registered: RegistryKey | undefined,
): readonly WantedValue[] {
  const own = `${classesPath}\\${scheme}`;
  const shell = subkeyOf(registered, 'shell');
  const command = subkeyOf(shell, 'open\\command');
  const verb = textAt(shell, '') ?? '';
  const commandPath = commandPathOf(scheme);
  return [
    ...(textAt(registered, '') === undefined
      ? [{ path: own, name: '', value: string(`URL:${scheme}`), scheme }]
      : []),
    ...(textAt(registered, 'URL Protocol') === undefined
      ? [{ path: own, name: 'URL Protocol', value: string(''), scheme }]
      : []),
    ...(verb === '' || verb.toLowerCase() === 'open'
      ? []
      : [{ path: `${own}\\shell`, name: '', value: string('open'), scheme }]),
    { path: commandPath, name: '', value: string(openCommand(executable)), scheme },
    // An empty one hides the machine's, which would be asked before the command.
    ...((textAt(command, 'DelegateExecute') ?? '') === ''
      ? []
      : [{ path: commandPath, name: 'DelegateExecute', value: string(''), scheme }]),
  ];
}

function string(text: string): RegistryValue {
  return { type: 'string', text };
}
