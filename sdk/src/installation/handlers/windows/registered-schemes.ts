import type { SchemeName } from '../../../catalogue/scheme.ts';
import { textAt, subkeyOf } from '../../registry/registry-lookup.ts';
import type { RegistryKey } from '../../registry/windows-registry.ts';
import { classCommand, type ClassCommand } from './class-command.ts';
import { mergedClass } from './merged-class.ts';
import type { RegistryReader } from './read-once.ts';

/** Where the classes of the user and of the machine lie. */
export const classesPath = 'Software\\Classes';

const choicesPath = 'Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations';

/** What the registry says of one scheme. */
export interface RegisteredScheme {
  readonly scheme: SchemeName;
  /** What is registered under the scheme's own name. */
  readonly registration: ClassCommand | undefined;
  /** Whom the user chose in Windows' default apps; nothing where nobody was chosen. */
  readonly choice: DefaultApp | undefined;
}

/** A choice of default app. */
export interface DefaultApp {
  /** The name of the class that was chosen. */
  readonly progId: string;
  readonly registration: ClassCommand | undefined;
}

/** Reads what is registered for a scheme. */
export async function readScheme(
  registry: RegistryReader,
  scheme: SchemeName,
  signal: AbortSignal,
): Promise<RegisteredScheme> {
  const [registered, choices] = await Promise.all([
    readClass(registry, scheme, signal),
    registry.read({ root: 'HKCU', path: `${choicesPath}\\${scheme}` }, signal),
  ]);
  const progId = chosenClass(choices);
  return {
    scheme,
    registration: classCommand(registered),
    choice:
      progId === undefined
        ? undefined
        : {
            progId,
            registration: isKeyName(progId)
              ? classCommand(await readClass(registry, progId, signal))
              : undefined,
          },
  };
}

/** A class as programs see it. `Software\Classes` of the machine is the same to 32-bit and 64-bit programs. */
export async function readClass(
  registry: RegistryReader,
  name: string,
  signal: AbortSignal,
): Promise<RegistryKey | undefined> {
  const path = `${classesPath}\\${name}`;
  const [user, machine] = await Promise.all([
    registry.read({ root: 'HKCU', path, view: 64 }, signal),
    registry.read({ root: 'HKLM', path, view: 64 }, signal),
  ]);
  return mergedClass(user, machine);
}

/** Later versions of Windows 11 keep the choice under a new name, and the old one beside it. */
function chosenClass(choices: RegistryKey | undefined): string | undefined {
  const latest = subkeyOf(choices, 'UserChoiceLatest');
  return [
    textAt(subkeyOf(latest, 'ProgId'), 'ProgId'),
    textAt(latest, 'ProgId'),
    textAt(subkeyOf(choices, 'UserChoice'), 'ProgId'),
  ].find((progId) => progId !== undefined && progId !== '');
}

function isKeyName(name: string): boolean {
  return name.length <= 255 && !/[\\\0]/u.test(name);
}
