import { readFile, rm, rmdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { schemeNames, type SchemeName } from '../../../catalogue/scheme.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { replaceFile } from '../../../settings/atomic-file.ts';
import { makeFolder, unusable } from '../../../settings/transaction/settings-bytes.ts';
import { isSystemError } from '../../../system-error.ts';
import type { Installation } from '../../installation.ts';
import { localPath } from '../../local-path.ts';
import { programOnPath } from '../../system/program-on-path.ts';
import { runSystemProgram } from '../../system/run-system-program.ts';
import { localDataDirectory, type UserEnvironment } from '../../system/user-directories.ts';
import { dangersOf } from '../chosen-schemes.ts';
import type { FileEdit, HandlersChange, HandlersPlan, SchemeChange } from '../handler-change.ts';
import type { HandlersOfSystem, RegistrationWish } from '../handlers-of-system.ts';
import { missingProgram } from '../missing-program.ts';
import { RecordFile } from '../record-file.ts';
import type { HandlersStatus, SchemeHandler } from '../scheme-handler.ts';
import { putText, restoreText, settledFiles, type FileContent, type FilePlan } from './changed-files.ts';
import { withDefault, withoutDefault } from './default-applications.ts';
import { desktopFileId, desktopFileText, startOf } from './desktop-file.ts';
import { desktopRecordSchema, nothingDone, type DesktopRecord } from './desktop-record.ts';
import { InstalledApplications, type DesktopRegistration } from './installed-applications.ts';
import { judgedDesktopHandler, type DesktopSurroundings } from './judged-desktop-handler.ts';
import { xdgFolders, type XdgFolders } from './xdg-folders.ts';

/** How long the cache of desktop files may take; nothing is lost without it. */
const cacheLimitMs = 20_000;

/** A plan with what is to be on disk before and after it. */
interface DesktopPlan extends HandlersPlan {
  readonly edits: readonly FileEdit[];
  readonly record: DesktopRecord;
}

/** What the desktop says of who opens links, for a MicroSIP under Wine. */
export class DesktopHandlers implements HandlersOfSystem {
  readonly #installation: Installation;
  readonly #env: UserEnvironment['env'];
  readonly #folders: XdgFolders;
  readonly #record: RecordFile<typeof desktopRecordSchema>;
  readonly #id: string;

  constructor(installation: Installation, user: UserEnvironment) {
    this.#installation = installation;
    this.#env = user.env;
    this.#folders = xdgFolders(user);
    this.#record = new RecordFile(localDataDirectory(user), 'desktop', desktopRecordSchema);
    this.#id = desktopFileId(installation);
  }

  get recordFile(): string {
    return this.#record.file;
  }

  async status(schemes: readonly SchemeName[], signal: AbortSignal): Promise<HandlersStatus> {
    const surroundings = await this.#surroundings(signal);
    const handlers = (await this.#registrations(schemes, signal)).map((registration) =>
      judgedDesktopHandler(registration, surroundings),
    );
    const own = handlers.filter(({ handledBy }) => handledBy === 'this-microsip');
    return { handlers, remarks: dangersOf(own.map(({ scheme }) => scheme)) };
  }

  async planRegister({ force, schemes }: RegistrationWish, signal: AbortSignal): Promise<DesktopPlan> {
    const before = (await this.#record.read()) ?? nothingDone;
    const surroundings = await this.#surroundings(signal);
    if (surroundings.isThere === false) throw missingProgram(this.#installation.executable);
    const [desktopFile, list, registrations] = await Promise.all([
      readContent(this.#desktopFile, signal),
      readContent(this.#list, signal),
      this.#registrations(schemes, signal),
    ]);
    const judged = registrations.map((registration) => ({
      ...registration,
      handler: judgedDesktopHandler(registration, surroundings),
    }));
    const taken = judged.filter(
      ({ choice, handler }) => isTakeable(handler, force) && !this.#isOutranked(choice),
    );
    const known = before.copies[this.#id] ?? [];
    const claimed = schemeNames.filter((scheme) => known.includes(scheme) || schemes.includes(scheme));
    const copies = { ...before.copies, [this.#id]: claimed };
    const lists = withDefault(
      list.text ?? '',
      taken.map(({ scheme }) => scheme),
      this.#id,
    );
    let plan: FilePlan = {
      edits: [],
      record: {
        ...before,
        copies,
        folders: withMissingFolders(before.folders, [this.#desktopFile, this.#list]),
      },
    };
    plan = putText(plan, desktopFile, desktopFileText(this.#installation, claimed), desktopFile.text);
    if (taken.length > 0) plan = putText(plan, list, lists, cleaned(list, schemeNames, this.#allIds(before)));
    const isDesktopFileNew = plan.edits.some(({ file }) => file === this.#desktopFile);
    return {
      ...plan,
      schemes: judged.map(({ choice, handler, scheme }): SchemeChange => {
        const wasKnown = known.includes(scheme) && !isDesktopFileNew;
        if (taken.some((other) => other.scheme === scheme)) {
          return { scheme, outcome: wasKnown && handler.choice === this.#id ? 'unchanged' : 'registered' };
        }
        return {
          scheme,
          outcome: wasKnown ? 'unchanged' : 'offered',
          remark:
            choice !== undefined && this.#isOutranked(choice)
              ? `${choice.list} comes before the user's own list, and chooses ${choice.application.id} for it: change it there.`
              : `${handler.choice ?? handler.executable ?? 'Another application'} has the scheme and keeps it. Take it over with --force, or choose MicroSIP in the settings of your desktop.`,
        };
      }),
      remarks: dangersOf(schemes),
    };
  }

  async register(wish: RegistrationWish, signal: AbortSignal): Promise<HandlersChange> {
    const { record, ...plan } = await this.planRegister(wish, signal);
    if (plan.edits.length > 0) {
      signal.throwIfAborted();
      // What was there before has to be on disk before the files change.
      await this.#record.write(record);
      await this.#change(plan.edits);
      await this.#record.write(settledFiles(record));
    }
    return { changed: plan.edits.length > 0, ...plan };
  }

  async planUnregister(named: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<DesktopPlan> {
    const before = (await this.#record.read()) ?? nothingDone;
    const known = before.copies[this.#id] ?? [];
    const schemes = named ?? schemeNames.filter((scheme) => copiesWith(before, scheme).length > 0);
    const own = schemes.filter((scheme) => known.includes(scheme));
    const left = known.filter((scheme) => !own.includes(scheme));
    const { [this.#id]: _, ...others } = before.copies;
    const copies = left.length === 0 ? others : { ...others, [this.#id]: left };
    const [desktopFile, list] = await Promise.all([
      readContent(this.#desktopFile, signal),
      readContent(this.#list, signal),
    ]);
    let plan: FilePlan = { edits: [], record: { ...before, copies } };
    if (own.length > 0) {
      plan =
        left.length === 0
          ? restoreText(plan, desktopFile, desktopFile.text)
          : putText(plan, desktopFile, desktopFileText(this.#installation, left), desktopFile.text);
      const withoutOwn = cleaned(list, own, [this.#id]);
      plan =
        Object.keys(copies).length === 0
          ? restoreText(plan, list, withoutOwn)
          : putText(plan, list, withoutOwn, cleaned(list, schemeNames, this.#allIds(before)));
    }
    const isDesktopFileKept =
      own.length > 0 &&
      left.length === 0 &&
      desktopFile.text !== null &&
      !plan.edits.some(({ file }) => file === this.#desktopFile);
    return {
      ...plan,
      schemes: schemes.map((scheme): SchemeChange => {
        if (own.includes(scheme)) return { scheme, outcome: 'unregistered' };
        const [id] = copiesWith(before, scheme);
        return {
          scheme,
          outcome: 'kept',
          ...(id !== undefined && {
            remark: `The kit registered it for another MicroSIP, with ${id}: name that one (--exe) to take it back.`,
          }),
        };
      }),
      remarks: [
        ...(schemes.length === 0 ? ['The kit has registered nothing here.'] : []),
        ...(isDesktopFileKept
          ? [`${this.#desktopFile} was changed by somebody else since, so it stays.`]
          : []),
      ],
    };
  }

  async unregister(schemes: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<HandlersChange> {
    const { record, ...plan } = await this.planUnregister(schemes, signal);
    signal.throwIfAborted();
    await this.#change(plan.edits);
    if (Object.keys(record.copies).length === 0) {
      for (const folder of record.folders.toReversed()) await removeIfEmpty(folder);
      await this.#record.remove();
    } else await this.#record.write(settledFiles(record));
    return { changed: plan.edits.length > 0, ...plan };
  }

  get #desktopFile(): string {
    return path.posix.join(this.#folders.data, 'applications', this.#id);
  }

  get #list(): string {
    return path.posix.join(this.#folders.config, 'mimeapps.list');
  }

  async #surroundings(signal: AbortSignal): Promise<DesktopSurroundings> {
    const file = await localPath(this.#installation, this.#installation.executable, signal);
    return {
      start: startOf(this.#installation),
      isThere: file === undefined ? undefined : existsSync(file),
      env: this.#env,
    };
  }

  async #registrations(
    schemes: readonly SchemeName[],
    signal: AbortSignal,
  ): Promise<readonly DesktopRegistration[]> {
    const applications = new InstalledApplications(this.#folders, signal);
    return await Promise.all(schemes.map((scheme) => applications.of(scheme)));
  }

  /** Whether a list says who opens the links that comes before the one that users change. */
  #isOutranked(choice: DesktopRegistration['choice']): boolean {
    if (choice === undefined || choice.application.id === this.#id) return false;
    return path.posix.dirname(choice.list) === this.#folders.config && choice.list !== this.#list;
  }

  /** The desktop files that the kit has put into lists. */
  #allIds({ copies }: DesktopRecord): readonly string[] {
    return [this.#id, ...Object.keys(copies)];
  }

  async #change(edits: readonly FileEdit[]): Promise<void> {
    for (const edit of edits) {
      await apply(edit).catch((error: unknown) => {
        throw unusable(error, edit.file, 'written');
      });
    }
    if (edits.length > 0) await this.#renewCache();
  }

  /** Desktops look up who claims a scheme in a cache, which is renewed only where there is one: it would stay behind. */
  async #renewCache(): Promise<void> {
    const applications = path.posix.dirname(this.#desktopFile);
    const program = programOnPath('update-desktop-database', this.#env);
    if (program === undefined || !existsSync(path.posix.join(applications, 'mimeinfo.cache'))) return;
    await runSystemProgram(program, [applications], AbortSignal.timeout(cacheLimitMs));
  }
}

function copiesWith({ copies }: DesktopRecord, scheme: SchemeName): readonly string[] {
  return Object.keys(copies).filter((id) => copies[id]?.includes(scheme));
}

/** A list without what the kit has put there. */
function cleaned(
  { text }: FileContent,
  schemes: readonly SchemeName[],
  ids: readonly string[],
): string | null {
  return text === null ? null : ids.reduce((list, id) => withoutDefault(list, schemes, id), text);
}

async function apply(edit: FileEdit): Promise<void> {
  if (edit.edit === 'remove-file') await rm(edit.file, { force: true });
  else {
    await makeFolder(path.posix.dirname(edit.file));
    await replaceFile(edit.file, Buffer.from(edit.text));
  }
}

function isTakeable({ handledBy, programExists }: SchemeHandler, force: boolean): boolean {
  return force || handledBy === 'nobody' || handledBy === 'this-microsip' || programExists === false;
}

/** @throws MicroSipError `SETTINGS_DAMAGED` for a file that is not what such a file has to be */
async function readContent(file: string, signal: AbortSignal): Promise<FileContent> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (isSystemError(error, 'ENOENT')) return { file, text: null };
    throw unusable(error, file, 'read');
  }
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return { file, text };
  throw new MicroSipError(
    'SETTINGS_DAMAGED',
    `${file} is not in UTF-8, as the desktop wants it, and is left as it is: mend it first.`,
  );
}

/** The folders of files that are not there yet. */
function withMissingFolders(known: readonly string[], files: readonly string[]): string[] {
  const missing = files.flatMap((file) => {
    const above: string[] = [];
    for (let folder = path.posix.dirname(file); !existsSync(folder); folder = path.posix.dirname(folder)) {
      above.unshift(folder);
    }
    return above;
  });
  return [...new Set([...known, ...missing])].toSorted((left, right) => left.length - right.length);
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: unknown) => {
    if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) {
      throw unusable(error, folder, 'written');
    }
  });
}
