import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

import { MicroSipError } from '../../microsip-error.ts';
import { unusable, writeSettings } from '../../settings/transaction/settings-bytes.ts';
import { isSystemError } from '../../system-error.ts';

/** The file that keeps what was there before the kit registered something, until that is taken back. */
export class RecordFile<Schema extends v.GenericSchema> {
  readonly file: string;
  readonly #schema: Schema;

  /**
   * @param folder - where the programs of the user keep their data
   * @param name - of the system it is about: `windows`, `desktop`
   * @param schema - what the file may hold
   */
  constructor(folder: string, name: string, schema: Schema) {
    this.file = path.join(folder, 'microsip-devkit', `handlers-${name}.json`);
    this.#schema = schema;
  }

  /**
   * What was done, if anything was.
   *
   * @throws MicroSipError `SETTINGS_DAMAGED` when that says nothing, `SETTINGS_BUSY` when it cannot be read
   */
  async read(): Promise<v.InferOutput<Schema> | undefined> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (isSystemError(error, 'ENOENT')) return undefined;
      throw unusable(error, this.file, 'read');
    });
    if (text === undefined) return undefined;
    try {
      return v.parse(this.#schema, JSON.parse(text));
    } catch (error) {
      throw new MicroSipError(
        'SETTINGS_DAMAGED',
        `${this.file} holds who opened links before the kit was registered, and is damaged: look into it, put that back by hand, and remove it.`,
        { cause: error },
      );
    }
  }

  /**
   * Writes what is about to be done; it is on disk when this resolves.
   *
   * @throws MicroSipError `SETTINGS_BUSY`
   */
  async write(record: v.InferOutput<Schema>): Promise<void> {
    await writeSettings(this.file, Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`));
  }

  /** @throws MicroSipError `SETTINGS_BUSY` */
  async remove(): Promise<void> {
    await rm(this.file, { force: true }).catch((error: unknown) => {
      throw unusable(error, this.file, 'written');
    });
  }
}
