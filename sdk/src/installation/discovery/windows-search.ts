import path from 'node:path';

import { isVersion } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { ProgramFile } from '../program-file/program-file.ts';
import { describeKey } from '../registry/key-path.ts';
import type { RegistryPath } from '../registry/windows-registry.ts';
import type { DiscoveryPlace, DiscoveryStep, DiscoverySystem } from './discovery-step.ts';
import { folderLeads, searchPathLead } from './folder-leads.ts';
import { followLead, type FollowedLead } from './follow-lead.ts';
import type { Lead } from './lead.ts';
import type { LocatedPhone, LocatedPhones } from './located-phone.ts';
import { longName } from './long-name.ts';
import { installedFolders, isInstalled, type InstalledFolders } from './phone-folders.ts';
import { readRegistryKey, type ReadKey } from './read-registry-key.ts';
import { installedFolder, installerKeys, registryLead, tellingKeys } from './registry-leads.ts';
import type { Environment } from './registry-path.ts';
import { WindowsFiles, type FileFacts } from './windows-files.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/** A program, whether or not it is there. */
interface NamedProgram {
  readonly executable: string;
  readonly file: FileFacts | undefined;
}

/** The search for MicroSIP on one Windows. */
export class WindowsSearch {
  readonly #surroundings: WindowsSurroundings;
  readonly #signal: AbortSignal;
  readonly #files: WindowsFiles;
  readonly #readings = new Map<string, Promise<ReadKey>>();
  #installedFolders: Promise<InstalledFolders> | undefined;

  constructor(surroundings: WindowsSurroundings, signal: AbortSignal) {
    this.#surroundings = surroundings;
    this.#signal = signal;
    this.#files = new WindowsFiles(surroundings, signal);
  }

  /** Looks at every place where MicroSIP may be. */
  async everywhere(): Promise<LocatedPhones> {
    const { environment, steps } = await this.#environment();
    const { runningPhones } = this.#surroundings;
    const [registry, running] = await Promise.all([
      this.#registryLeads(environment),
      runningPhones.isCheap ? this.#runningLead() : undefined,
    ]);
    const leads = [...registry, ...folderLeads(environment), ...(running === undefined ? [] : [running])];
    const followed = await this.#follow([...leads, searchPathLead(environment)]);
    if (running === undefined && followed.every(({ programs }) => programs.length === 0)) {
      followed.splice(-1, 0, ...(await this.#follow([await this.#runningLead()])));
    }
    return {
      phones: await this.#phones(followed, environment),
      steps: [...steps, ...followed.map(({ step }) => step)],
    };
  }

  /**
   * Looks at the program that was named, whether or not it is there.
   *
   * @param given - its path as Windows or this process names it, or its name alone, which is looked for in `PATH`
   * @returns no phone where this Windows does not see it or this process does not see its drive, or where `PATH` does not lead to the name
   * @throws MicroSipError `INVALID_ARGUMENT` for a folder
   */
  async named(given: string): Promise<LocatedPhones> {
    const executable = await this.#surroundings.windowsPath(given, this.#signal);
    if (executable === undefined) return noPhone(given, 'cannot be seen from there');
    const { environment, steps } = await this.#environment();
    const there = await this.#files.lookAt(executable);
    if (there?.kind === 'folder') {
      throw new MicroSipError(
        'INVALID_ARGUMENT',
        `“${given}” is a folder; name the program in it: ${path.win32.join(executable, 'microsip.exe')}`,
      );
    }
    if (there === undefined && isNameAlone(given)) return await this.#inSearchPath(given, environment);
    if ((await this.#surroundings.localPath(executable, this.#signal)) === undefined) {
      return noPhone(given, 'is on no drive that can be seen from here');
    }
    const remark = there === undefined ? { remark: 'is not there' } : {};
    return {
      phones: [await this.#phone('option', { executable, file: there }, environment)],
      steps: [...steps, { place: 'option', looked: given, named: [executable], ...remark }],
    };
  }

  async #inSearchPath(name: string, environment: Environment): Promise<LocatedPhones> {
    const { programs, step } = await followLead(searchPathLead(environment, name), this.#files, isMicroSip);
    const [program] = programs;
    if (program === undefined) return noPhone(name, 'is neither in this folder nor in those of PATH');
    return {
      phones: [await this.#phone('option', program, environment)],
      steps: [{ ...step, place: 'option' }],
    };
  }

  /** The environment of this Windows; an empty one where it cannot be read, and a step that says why. */
  async #environment(): Promise<{
    readonly environment: Environment;
    readonly steps: readonly DiscoveryStep[];
  }> {
    try {
      return { environment: await this.#surroundings.environment(this.#signal), steps: [] };
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof MicroSipError)) throw error;
      const { backend, name = 'the environment' } = this.#surroundings;
      const step = { place: systems[backend], looked: name, named: [], remark: error.message };
      return { environment: {}, steps: [step] };
    }
  }

  async #registryLeads(environment: Environment): Promise<readonly Lead[]> {
    return await Promise.all(
      tellingKeys.map(async (telling) => {
        const { key, remark } = await this.#read(telling.key);
        const lead = registryLead(telling, key, environment);
        return remark === undefined ? lead : { ...lead, remarks: [remark] };
      }),
    );
  }

  async #runningLead(): Promise<Lead> {
    const found = await this.#surroundings.runningPhones.find(this.#signal);
    const place = { place: 'running-process', looked: 'the phones that run' } as const;
    if (found === 'unknown') return { ...place, hints: [], remarks: ['cannot be found out'] };
    const hints = found.map((program) => ({ path: program, kind: 'program' as const }));
    return { ...place, hints, remarks: [] };
  }

  async #follow(leads: readonly Lead[]): Promise<FollowedLead[]> {
    const followed = await Promise.all(leads.map((lead) => followLead(lead, this.#files, isMicroSip)));
    const { name } = this.#surroundings;
    if (name === undefined) return followed;
    return followed.map((lead) => ({
      ...lead,
      step: { ...lead.step, looked: `${name}: ${lead.step.looked}` },
    }));
  }

  /** Each program once, by the first name that led to it. */
  async #phones(
    followed: readonly FollowedLead[],
    environment: Environment,
  ): Promise<readonly LocatedPhone[]> {
    const found = new Map<string, () => Promise<LocatedPhone>>();
    for (const { place, programs } of followed) {
      for (const program of programs) {
        if (found.has(program.file.identity)) continue;
        found.set(program.file.identity, () => this.#phone(place, program, environment));
      }
    }
    return await Promise.all([...found.values()].map((phone) => phone()));
  }

  async #phone(
    foundBy: DiscoveryPlace,
    { executable: named, file }: NamedProgram,
    environment: Environment,
  ): Promise<LocatedPhone> {
    const executable = file === undefined ? named : await longName(named, file, this.#surroundings);
    const local = file?.local ?? (await this.#surroundings.localPath(executable, this.#signal)) ?? executable;
    const [program, portable] = await Promise.all([
      file === undefined ? undefined : readProgram(local),
      this.#isPortable(executable),
    ]);
    const version = program?.version;
    const folders = portable ? this.#besides(local) : await this.#foldersOfInstalled(environment);
    return {
      surroundings: this.#surroundings,
      executable,
      local,
      file,
      foundBy,
      fileVersion: version !== undefined && isVersion(version) ? version : undefined,
      portable,
      ...folders,
    };
  }

  async #isPortable(executable: string): Promise<boolean> {
    const [user, machine] = await Promise.all([
      this.#read(installerKeys.user),
      this.#read(installerKeys.machine),
    ]);
    return !isInstalled(executable, installedFolder(user.key, machine.key));
  }

  #foldersOfInstalled(environment: Environment): Promise<InstalledFolders> {
    this.#installedFolders ??= installedFolders(this.#surroundings, environment, this.#signal);
    return this.#installedFolders;
  }

  /** Where a portable phone keeps its files. */
  #besides(local: string): InstalledFolders {
    const paths = this.#surroundings.backend === 'windows' ? path.win32 : path.posix;
    const folder = paths.dirname(local);
    return { dataDirectory: folder, logDirectory: folder };
  }

  /** Reads a key, once. */
  #read(key: RegistryPath): Promise<ReadKey> {
    const name = describeKey(key);
    const reading =
      this.#readings.get(name) ?? readRegistryKey(this.#surroundings.registry, key, this.#signal);
    this.#readings.set(name, reading);
    return reading;
  }
}

const systems: Record<WindowsSurroundings['backend'], DiscoverySystem> = {
  windows: 'this-windows',
  wsl: 'wsl-interop',
  wine: 'wine-prefix',
};

function noPhone(given: string, remark: string): LocatedPhones {
  return { phones: [], steps: [{ place: 'option', looked: given, named: [], remark }] };
}

/** What a program's file says of it; loaded where there is one. */
async function readProgram(local: string): Promise<ProgramFile | undefined> {
  const { readProgramFile } = await import('../program-file/read-program-file.ts');
  return await readProgramFile(local);
}

async function isMicroSip(local: string): Promise<boolean> {
  const { productName = '' } = (await readProgram(local)) ?? {};
  return /^microsip(?![\p{L}\p{N}])/iu.test(productName);
}

function isNameAlone(given: string): boolean {
  return !/[\\/:]/u.test(given);
}
