import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import type { VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { tellingKeys } from '../../../sdk/src/installation/discovery/registry-leads.ts';
import { textAt } from '../../../sdk/src/installation/registry/registry-lookup.ts';
import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
  RegistryValue,
  WindowsRegistry,
} from '../../../sdk/src/installation/registry/windows-registry.ts';
import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { standInsVariable } from '../../support/windows/stand-in-phone.ts';

const { signal } = new AbortController();

/** A MicroSIP to be put somewhere. */
interface ProgramOptions {
  /** Without `.exe`. */
  readonly name?: string;
  readonly version?: VerifiedVersion;
}

/** What there was of MicroSIP in a key of the registry. */
interface Kept {
  readonly key: RegistryPath;
  readonly content: RegistryKey;
}

/**
 * A Windows on which nothing is known of any MicroSIP but what a test writes: in the real registry, and in folders of
 * its own that the environment names. At the end all is as it was.
 */
export class DiscoveryBed implements AsyncDisposable {
  readonly registry: WindowsRegistry;
  readonly #folder: TemporaryDirectory;
  readonly #kept: readonly Kept[];
  readonly #environment: ReadonlyMap<string, string | undefined>;
  readonly #written = new Map<string, RegistryPath>();

  private constructor(registry: WindowsRegistry, kept: readonly Kept[]) {
    this.registry = registry;
    this.#kept = kept;
    this.#folder = temporaryDirectory();
    const folders = {
      ProgramFiles: this.path('programs'),
      'ProgramFiles(x86)': this.path('programs of 32 bits'),
      ProgramW6432: this.path('programs of 64 bits'),
      LOCALAPPDATA: this.path('local'),
      PATH: this.path('searched'),
    };
    this.#environment = new Map(Object.keys(folders).map((name) => [name, process.env[name]]));
    Object.assign(process.env, folders);
  }

  static async open(): Promise<DiscoveryBed> {
    const registry = (await loadNativeWindows())?.registry;
    assert.ok(registry, 'koffi loads');
    const kept = (await Promise.all(tellingKeys.map(({ key }) => keptOf(registry, key)))).flat();
    await registry.change(
      kept.map(({ key }) => ({ edit: 'remove-key', key })),
      signal,
    );
    return new DiscoveryBed(registry, kept);
  }

  /** A path in a folder of the test's own. */
  path(...names: readonly string[]): string {
    return path.join(this.#folder.path, ...names);
  }

  /** Puts a MicroSIP into a folder. */
  program(folder: string, { name = 'microsip', version = '3.22.16' }: ProgramOptions = {}): string {
    const executable = path.join(folder, `${name}.exe`);
    mkdirSync(folder, { recursive: true });
    cpSync(builtProgram(version), executable);
    return executable;
  }

  /** Writes a value; its key is gone at the end. */
  async write(key: RegistryPath, name: string, value: RegistryValue | string): Promise<void> {
    const edit: RegistryEdit = {
      edit: 'set',
      key,
      name,
      value: typeof value === 'string' ? { type: 'string', text: value } : value,
    };
    const made = await this.#highestMissing(key);
    if (made !== undefined) this.#written.set(JSON.stringify(made), made);
    await this.registry.change([edit], signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [name, value] of this.#environment) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    await this.registry.change(
      [
        ...[...this.#written.values()].map((key): RegistryEdit => ({ edit: 'remove-key', key })),
        ...this.#kept.flatMap(({ content, key }) => editsOf(key, content)),
      ],
      signal,
    );
    this.#folder[Symbol.dispose]();
    const now = (await Promise.all(tellingKeys.map(({ key }) => keptOf(this.registry, key)))).flat();
    assert.deepEqual(now, this.#kept);
  }

  /** The key that is made when this one is; nothing if it is there. Those of all programs are always there. */
  async #highestMissing(key: RegistryPath): Promise<RegistryPath | undefined> {
    if ((await this.registry.read(key, signal)) !== undefined) return undefined;
    const above = { ...key, path: path.win32.dirname(key.path) };
    const isOfAllPrograms = /^Software(?:\\Microsoft\\Windows\\CurrentVersion)?$/u.test(above.path);
    return isOfAllPrograms ? key : ((await this.#highestMissing(above)) ?? key);
  }
}

/** The key itself; of the list of programs, which is others' as well, the entries about MicroSIP. */
async function keptOf(registry: WindowsRegistry, key: RegistryPath): Promise<readonly Kept[]> {
  const content = await registry.read(key, signal);
  if (content === undefined) return [];
  if (!key.path.endsWith('\\Uninstall')) return [{ key, content }];
  return [...content.keys]
    .filter(([, entry]) => textAt(entry, 'DisplayName')?.toLowerCase().startsWith('microsip'))
    .map(([name, entry]) => ({ key: { ...key, path: `${key.path}\\${name}` }, content: entry }));
}

function editsOf(key: RegistryPath, { keys, values }: RegistryKey): readonly RegistryEdit[] {
  return [
    ...[...values].map(([name, value]): RegistryEdit => ({ edit: 'set', key, name, value })),
    ...[...keys].flatMap(([name, below]) => editsOf({ ...key, path: `${key.path}\\${name}` }, below)),
  ];
}

function builtProgram(version: VerifiedVersion): string {
  const folder = process.env[standInsVariable];
  assert.ok(folder, `${standInsVariable} names the folder of the stand-ins`);
  return path.join(folder, version, 'microsip.exe');
}
