import { subkeyOf, textAt, valueOf } from '../../registry/registry-lookup.ts';
import type { RegistryKey } from '../../registry/windows-registry.ts';

/** What a class of the registry says about opening a link. */
export interface ClassCommand {
  /** The verb that a click uses. */
  readonly verb: string;
  /** What is run, with `%1` for the link; nothing where the class names no program. */
  readonly commandLine?: string;
  /** Whether names of environment variables in it are put in. */
  readonly isExpandable: boolean;
  /** What is asked instead of a program: an object of COM, as apps of the Store have it. */
  readonly delegate?: string;
  /** Whether Windows takes the class for that of a protocol. */
  readonly isProtocol: boolean;
  /** The name of the app, where it has one. */
  readonly appName?: string;
}

/** Reads a class, as {@link mergedClass} makes it; nothing where there is none. */
export function classCommand(registered: RegistryKey | undefined): ClassCommand | undefined {
  if (registered === undefined) return undefined;
  const verb = defaultVerb(registered);
  const command = subkeyOf(registered, `shell\\${verb}\\command`);
  const commandLine = textAt(command, '');
  const delegate = textAt(command, 'DelegateExecute');
  const appName =
    textAt(subkeyOf(registered, 'Application'), 'ApplicationName') ?? textAt(registered, 'FriendlyTypeName');
  return {
    verb,
    ...(isGiven(commandLine) && { commandLine }),
    isExpandable: valueOf(command, '')?.type === 'expandable-string',
    ...(isGiven(delegate) && { delegate }),
    isProtocol: valueOf(registered, 'URL Protocol') !== undefined,
    ...(isGiven(appName) && { appName }),
  };
}

/** The one that `shell` names, else `open`, else the first there is. Of several names, the first that is there counts. */
function defaultVerb(registered: RegistryKey): string {
  const shell = subkeyOf(registered, 'shell');
  const named = (textAt(shell, '') ?? '')
    .split(/[ ,]+/u)
    .filter((name) => name !== '' && !name.includes('\\'));
  const first = [...named, 'open'].find((name) => subkeyOf(shell, name) !== undefined);
  return first ?? shell?.keys.keys().next().value ?? 'open';
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
