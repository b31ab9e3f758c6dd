import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { oneLine } from '../../one-line.ts';
import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { PhoneSettings } from '../../phone-model/phone-settings.ts';
import type { PhoneState } from '../../phone-model/phone-state.ts';
import { phoneSettingsFrom } from '../../phone-model/profile/phone-settings-from.ts';
import { profileEntriesFrom } from '../../phone-model/profile/profile-entries.ts';
import { replaceFileSync } from '../../settings/atomic-file.ts';
import { IniDocument } from '../../settings/ini-document.ts';
import { decodeIniAsMicroSip, encodeIni } from '../../settings/ini-encoding.ts';
import { isSystemError } from '../../system-error.ts';
import type { Peripheral } from '../phone-driver.ts';
import { iniName } from './open-ini.ts';
import { refuseForeignIni } from './refuse-foreign-ini.ts';

/** The pointer into the call history of the ini belongs to that history, which writes it with each call. */
const keysOfOthers = new Set(['callslastkey']);

/**
 * The ini of a running phone. Like the Windows profile functions it reads the file anew for every change, so what
 * others wrote in the meantime stays, except for the keys that MicroSIP rewrites (facts D.3).
 */
export class ProfileFile implements Peripheral {
  readonly path: string;
  /** The file as it was when the accounts were read. */
  #accountsReadAt: string | undefined;

  constructor(dataDirectory: string) {
    this.path = join(dataDirectory, iniName);
  }

  perform(effect: PhoneEffect, phone: PhoneState): void {
    switch (effect.do) {
      case 'settingsSave':
        this.change((ini) => {
          for (const { section, key, value } of profileEntriesFrom(phone)) {
            if (!keysOfOthers.has(key.toLowerCase())) ini.set(section, key, oneLine(value));
          }
        });
        break;
      case 'accountSave':
        this.change((ini) => {
          ini.set(`Account${effect.id}`, 'password', oneLine(effect.password));
        });
        break;
      case 'dialedWrite':
        this.change((ini) => {
          ini.replaceSection(
            'Dialed',
            effect.numbers.map((number, index) => ({ key: String(index), text: oneLine(number) })),
          );
        });
        break;
      default:
    }
  }

  /** What the phone takes from the file when it starts. */
  settings(version: VerifiedVersion): PhoneSettings {
    this.#accountsReadAt = this.#stamp();
    const ini = this.read();
    return phoneSettingsFrom((section, key) => ini.getText(section, key), version);
  }

  /** The accounts, if the file has changed since they were last read and still is one of MicroSIP's. */
  editedAccounts(version: VerifiedVersion): PhoneSettings['accounts'] | undefined {
    if (this.#stamp() === this.#accountsReadAt) return undefined;
    try {
      return this.settings(version).accounts;
    } catch (error) {
      if (error instanceof MicroSipError && error.code === 'SETTINGS_DAMAGED') return undefined;
      throw error;
    }
  }

  /** `[Dialed]`, newest first. */
  get dialled(): readonly string[] {
    return this.read()
      .entries('Dialed')
      .map(({ text }) => text);
  }

  /** What stands in the file now; an empty document when it has been deleted. */
  read(): IniDocument {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.path);
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return IniDocument.parse('');
      throw error;
    }
    const text = decodeIniAsMicroSip(bytes);
    refuseForeignIni(this.path, text);
    return IniDocument.parse(text);
  }

  /** Changes the file; one that has meanwhile become something else is left alone, and the change is lost. */
  change(edit: (ini: IniDocument) => void): void {
    let ini: IniDocument;
    try {
      ini = this.read();
    } catch (error) {
      if (error instanceof MicroSipError && error.code === 'SETTINGS_DAMAGED') return;
      throw error;
    }
    const before = ini.toString();
    edit(ini);
    const after = ini.toString();
    if (after !== before) replaceFileSync(this.path, encodeIni({ encoding: 'utf-16le', text: after }));
  }

  /** Changes whenever the file does: a replaced one has another number. */
  #stamp(): string {
    const status = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    return status === undefined ? '' : [status.ino, status.mtimeNs, status.size].join(' ');
  }
}
