import type { SchemeName } from '../../../catalogue/scheme.ts';
import type { RegistryEdit } from '../../registry/windows-registry.ts';
import { dangersOf } from '../chosen-schemes.ts';
import type { HandlersChange, HandlersPlan, SchemeChange } from '../handler-change.ts';
import type { HandlersOfSystem, RegistrationWish } from '../handlers-of-system.ts';
import { RecordFile } from '../record-file.ts';
import type { HandlersStatus, SchemeHandler } from '../scheme-handler.ts';
import type { HandlersWindows } from './handlers-windows.ts';
import { handlerSurroundings, type HandlerSurroundings } from './handler-surroundings.ts';
import { judgedHandler } from './judged-handler.ts';
import { missingProgram } from '../missing-program.ts';
import { offer, openCommand, progIdOf, settingsPage, takeOver } from './own-registration.ts';
import { ownsCommand, putValues, restoreValues, settledRecord } from './plan-registration.ts';
import { readOnce } from './read-once.ts';
import { readUserPart } from './read-user-part.ts';
import { classesPath, readClass, readScheme } from './registered-schemes.ts';
import {
  noRegistration,
  registeredPrograms,
  registrationRecordSchema,
  type RegistrationRecord,
  type TouchedValue,
} from './registration-record.ts';
import type { UserRegistryPart } from './user-registry-part.ts';

/** How long Windows may take to change its registry; `reg.exe` starts some fifty times to take all schemes back. */
const changeLimitMs = 60_000;

/** A plan with what is to be on disk before and after it. */
interface WindowsPlan extends HandlersPlan {
  readonly edits: UserRegistryPart['edits'];
  readonly record: RegistrationRecord;
}

/** What the registry of one Windows says of who opens links, for one MicroSIP. */
export class WindowsHandlers implements HandlersOfSystem {
  readonly #executable: string;
  readonly #windows: HandlersWindows;
  readonly #record: RecordFile<typeof registrationRecordSchema>;

  /**
   * @param executable - the MicroSIP, as Windows names it
   * @param windows - where it runs
   * @param dataFolder - where the programs of the user of that Windows keep their data, seen from this process
   */
  constructor(executable: string, windows: HandlersWindows, dataFolder: string) {
    this.#executable = executable;
    this.#windows = windows;
    this.#record = new RecordFile(dataFolder, 'windows', registrationRecordSchema);
  }

  get recordFile(): string {
    return this.#record.file;
  }

  async status(schemes: readonly SchemeName[], signal: AbortSignal): Promise<HandlersStatus> {
    const reader = readOnce(this.#windows.registry);
    const surroundings = await this.#surroundings(signal);
    const handlers = await Promise.all(
      schemes.map(async (scheme) => judgedHandler(await readScheme(reader, scheme, signal), surroundings)),
    );
    const own = handlers.filter(({ handledBy }) => handledBy === 'this-microsip');
    return { handlers, remarks: dangersOf(own.map(({ scheme }) => scheme)) };
  }

  async planRegister(wish: RegistrationWish, signal: AbortSignal): Promise<WindowsPlan> {
    openCommand(this.#executable);
    const before = (await this.#record.read()) ?? noRegistration;
    const surroundings = await this.#surroundings(signal);
    if ((await surroundings.exists(this.#executable)) === false) throw missingProgram(this.#executable);
    const reader = readOnce(this.#windows.registry);
    const [registry, ...found] = await Promise.all([
      readUserPart(reader, wish.schemes, before, signal),
      ...wish.schemes.map((scheme) => readScheme(reader, scheme, signal)),
    ]);
    let record = before;
    const schemes: SchemeChange[] = [];
    for (const registered of found) {
      const { scheme } = registered;
      const [byName, clicked] = await Promise.all([
        judgedHandler({ ...registered, choice: undefined }, surroundings),
        judgedHandler(registered, surroundings),
      ]);
      if (!wish.force && byName.handledBy === 'this-microsip' && !Object.hasOwn(before.programs, scheme)) {
        schemes.push({
          scheme,
          outcome: 'unchanged',
          remark: joined(
            'MicroSIP is registered already, though not by the kit: there is nothing to do.',
            choiceOf(clicked),
          ),
        });
        continue;
      }
      const takes = wish.force || isFree(byName) || ownsCommand(registry, record, scheme);
      const merged = takes ? await readClass(reader, scheme, signal) : undefined;
      const editsBefore = registry.edits.length;
      record = putValues(registry, record, [
        ...offer(scheme, this.#executable),
        ...(takes ? takeOver(scheme, this.#executable, merged) : []),
      ]);
      record = { ...record, programs: { ...record.programs, [scheme]: this.#executable } };
      const isNew = registry.edits.length > editsBefore;
      schemes.push({
        scheme,
        outcome: takes ? (isNew ? 'registered' : 'unchanged') : isNew ? 'offered' : 'unchanged',
        ...remarkOf(takes ? choiceOf(clicked) : takenBy(byName)),
      });
    }
    return { schemes, edits: registry.edits, record, remarks: dangersOf(wish.schemes) };
  }

  async register(wish: RegistrationWish, signal: AbortSignal): Promise<HandlersChange> {
    const { record, ...plan } = await this.planRegister(wish, signal);
    if (plan.edits.length > 0) {
      // What was there before has to be on disk before the registry changes.
      signal.throwIfAborted();
      await this.#record.write(record);
      await this.#change(plan.edits);
      await this.#record.write(settledRecord(record));
    }
    return { changed: plan.edits.length > 0, ...plan };
  }

  async planUnregister(named: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<WindowsPlan> {
    const before = (await this.#record.read()) ?? noRegistration;
    const { exists, isSame } = await this.#surroundings(signal);
    const own: SchemeName[] = [];
    const schemes: SchemeChange[] = [];
    for (const scheme of named ?? registeredPrograms(before).map(([registered]) => registered)) {
      const program = before.programs[scheme];
      if (program === undefined)
        schemes.push({ scheme, outcome: 'kept', ...(await this.#strayRemark(scheme, signal)) });
      else if ((await isSame(program, this.#executable)) || (await exists(program)) === false)
        own.push(scheme);
      else {
        schemes.push({
          scheme,
          outcome: 'kept',
          remark: `The kit registered it for ${program}: name that one (--exe) to take it back.`,
        });
      }
    }
    const registry = await readUserPart(this.#windows.registry, own, before, signal);
    const { foreign, record } = restoreValues(registry, before, own);
    for (const scheme of own) {
      const changed = foreign.filter((entry) => entry.scheme === scheme);
      const { choice } = await readScheme(this.#windows.registry, scheme, signal);
      const remark = joined(
        changed.length === 0
          ? undefined
          : `Somebody else has changed this since, so it stays: ${changed.map(placeOf).join('; ')}.`,
        choice?.progId === progIdOf(scheme)
          ? `You had chosen it in Windows' default apps, so the next click asks which program to take instead; choose in ${settingsPage}.`
          : undefined,
      );
      schemes.push({ scheme, outcome: 'unregistered', ...(remark !== '' && { remark }) });
    }
    return {
      schemes,
      edits: registry.edits,
      record,
      remarks: schemes.length === 0 ? ['The kit has registered nothing here.'] : [],
    };
  }

  async unregister(schemes: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<HandlersChange> {
    const { record, ...plan } = await this.planUnregister(schemes, signal);
    signal.throwIfAborted();
    if (plan.edits.length > 0) await this.#change(plan.edits);
    if (Object.keys(record.programs).length === 0) await this.#record.remove();
    else await this.#record.write(record);
    return { changed: plan.edits.length > 0, ...plan };
  }

  /** What has begun is not left half way when the caller gives up. */
  async #change(edits: readonly RegistryEdit[]): Promise<void> {
    await this.#windows.registry.change(edits, AbortSignal.timeout(changeLimitMs));
    await this.#windows.tellOfChange?.();
  }

  /** A registration of the kit's whose record is lost. */
  async #strayRemark(scheme: SchemeName, signal: AbortSignal): Promise<{ readonly remark?: string }> {
    const path = `${classesPath}\\${progIdOf(scheme)}`;
    const stray = await this.#windows.registry.read({ root: 'HKCU', path }, signal);
    return remarkOf(
      stray === undefined
        ? undefined
        : `The kit registered it, but its note of what was there before is gone: remove HKCU\\${path} by hand.`,
    );
  }

  #surroundings(signal: AbortSignal): Promise<HandlerSurroundings> {
    return handlerSurroundings(this.#executable, this.#windows, signal);
  }
}

/** Whether nobody is lost by taking a scheme: nobody has it, or a program that is gone. */
function isFree({ commandLine, handledBy, programExists }: SchemeHandler): boolean {
  if (handledBy === 'this-microsip' || programExists === false) return true;
  return handledBy === 'nobody' && commandLine === undefined;
}

function takenBy({ executable }: SchemeHandler): string {
  return `${executable ?? 'Another app'} has the scheme and keeps it. Choose MicroSIP in ${settingsPage}, or take it over with --force.`;
}

function choiceOf({ choice, handledBy }: SchemeHandler): string | undefined {
  if (choice === undefined || handledBy === 'this-microsip') return undefined;
  return `Windows' default app for it is ${choice}, which only you can change: choose MicroSIP in ${settingsPage}.`;
}

function placeOf({ name, path }: TouchedValue): string {
  return `HKCU\\${path}${name === '' ? '' : `, "${name}"`}`;
}

function remarkOf(remark: string | undefined): { readonly remark?: string } {
  return remark === undefined ? {} : { remark };
}

function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}
