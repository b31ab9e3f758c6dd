import type { FileEdit } from '../handler-change.ts';
import type { DesktopRecord } from './desktop-record.ts';

/** A file of the desktop, as it is and as it is to be; `null` stands for no file. */
export interface FileContent {
  readonly file: string;
  readonly text: string | null;
}

/** A plan with what is to be on disk before it is carried out. */
export interface FilePlan {
  readonly edits: readonly FileEdit[];
  readonly record: DesktopRecord;
}

/**
 * Puts a text into a file.
 *
 * @param cleaned - what the file would hold without the kit's part, where somebody else has changed it since
 */
export function putText(
  { edits, record }: FilePlan,
  current: FileContent,
  text: string | null,
  cleaned: string | null,
): FilePlan {
  const { file } = current;
  const entry = record.files.find((other) => other.file === file);
  const isOurs = entry !== undefined && [entry.before, ...entry.written].includes(current.text);
  const changed = {
    file,
    before: isOurs ? entry.before : cleaned,
    written: [...(isOurs ? entry.written.filter((other) => other !== text) : []), text],
  };
  return {
    edits: current.text === text ? edits : [...edits, edit(file, text)],
    record: { ...record, files: [...record.files.filter((other) => other !== entry), changed] },
  };
}

/**
 * Gives a file back what it held before.
 *
 * @param cleaned - what it holds without the kit's part, for a file that somebody else has changed since
 */
export function restoreText(
  { edits, record }: FilePlan,
  current: FileContent,
  cleaned: string | null,
): FilePlan {
  const entry = record.files.find(({ file }) => file === current.file);
  const isOurs = entry?.written.includes(current.text) ?? false;
  const text = isOurs && entry !== undefined ? entry.before : cleaned;
  return {
    edits: current.text === text ? edits : [...edits, edit(current.file, text)],
    record: { ...record, files: record.files.filter((other) => other !== entry) },
  };
}

/** What is left of a record when a change came through. */
export function settledFiles(record: DesktopRecord): DesktopRecord {
  return { ...record, files: record.files.map((entry) => ({ ...entry, written: entry.written.slice(-1) })) };
}

function edit(file: string, text: string | null): FileEdit {
  return text === null ? { edit: 'remove-file', file } : { edit: 'write-file', file, text };
}
