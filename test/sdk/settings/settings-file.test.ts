import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { encodeIni, type IniEncoding } from '../../../sdk/src/settings/ini-encoding.ts';
import type { PhoneControl } from '../../../sdk/src/settings/phone-control.ts';
import { SettingsFile } from '../../../sdk/src/settings/settings-file.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';
import { phoneThat } from '../../support/sdk/phone-that.ts';
import { programPath } from '../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';

const text = '; by hand\r\n[Settings]\r\nsingleMode=1\r\nenableLog=0\r\n\r\n[Account1]\r\nlabel=Büro\r\n';
const utf16 = (content: string): Uint8Array => encodeIni({ encoding: 'utf-16le', text: content });

describe('SettingsFile, while no phone runs', () => {
  let directory: TemporaryDirectory;
  let file: string;
  let settings: SettingsFile;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'microsip.ini');
    writeFileSync(file, utf16(text), { mode: 0o640 });
    settings = new SettingsFile(file, phoneThat('not-running'));
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const filesThere = (): string[] => readdirSync(directory.path).sort();

  it('changes what the edit changes and nothing else, and keeps the file as it was', async () => {
    const change = await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
    assert.deepEqual(readFileSync(file), utf16(text.replace('enableLog=0', 'enableLog=1')));
    assert.equal(change.changed, true);
    assert.equal(change.restarted, false);
    assert.deepEqual(readFileSync(change.backup ?? ''), utf16(text));
    assert.deepEqual(filesThere(), ['microsip.ini', 'microsip.ini.backups']);
    assert.equal((await settings.read()).get('Settings', 'enableLog'), '1');
  });

  it('writes nothing when nothing changes', async () => {
    const before = statSync(file, { bigint: true });
    const change = await settings.change((ini) => ini.set('settings', 'SINGLEMODE', '1'));
    assert.deepEqual(change, { changed: false, restarted: false });
    assert.deepEqual(statSync(file, { bigint: true }).ino, before.ino);
    assert.deepEqual(filesThere(), ['microsip.ini']);
  });

  itOnPosix('keeps backups from other users, and the permissions of the file', async () => {
    const { backup = '' } = await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
    assert.equal(statSync(backup).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(backup)).mode & 0o777, 0o700);
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('creates the file, and its folder, where there is none, as MicroSIP needs it', async () => {
    const fresh = path.join(directory.path, 'new', 'MicroSIP', 'microsip.ini');
    const other = new SettingsFile(fresh, phoneThat('not-running'));
    assert.deepEqual((await other.read()).sections, []);
    await other.change((ini) => ini.set('Settings', 'enableLog', '1'));
    assert.deepEqual(readFileSync(fresh), utf16('[Settings]\r\nenableLog=1\r\n'));
    await other.undo();
    assert.equal(existsSync(fresh), false);
    await other.undo();
    assert.deepEqual(readFileSync(fresh), utf16('[Settings]\r\nenableLog=1\r\n'));
  });

  it('undoes a change byte by byte, and the undoing as well', async () => {
    await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
    const changed = readFileSync(file);
    assert.equal((await settings.undo()).changed, true);
    assert.deepEqual(readFileSync(file), utf16(text));
    await settings.undo();
    assert.deepEqual(readFileSync(file), changed);
  });

  it('goes back to any of the backups, and keeps the ten newest', async () => {
    for (let value = 1; value <= 14; value++) {
      await settings.change((ini) => ini.set('Settings', 'volumeRing', String(value)));
    }
    const backups = await settings.backups();
    assert.equal(backups.length, 10);
    const [oldest] = backups;
    await settings.undo({ backup: oldest?.path });
    assert.equal((await settings.read()).get('Settings', 'volumeRing'), '4');
    await assert.rejects(settings.undo({ backup: 'elsewhere.ini' }), { code: 'INVALID_ARGUMENT' });
  });

  it('orders backups by their number, whatever the clock says', async () => {
    let day = 9;
    const backwards = new SettingsFile(file, phoneThat('not-running'), {
      now: () => new Date(Date.UTC(2026, 0, day--)),
    });
    for (const value of ['2', '3', '4']) await backwards.change((ini) => ini.set('Settings', 'x', value));
    assert.deepEqual(
      (await backwards.backups()).map(({ at }) => at.slice(0, 10)),
      ['2026-01-09', '2026-01-08', '2026-01-07'],
    );
    await backwards.undo();
    assert.equal((await backwards.read()).get('Settings', 'x'), '3');
  });

  it('shows what undoing would bring back, of settings that are damaged too', async () => {
    await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
    const back = { section: 'Settings', key: 'enableLog', after: '0' };
    assert.deepEqual(await settings.previewUndo(), [{ ...back, before: '1' }]);
    writeFileSync(file, 'rubbish');
    const changes = await settings.previewUndo();
    assert.deepEqual(
      changes.map(({ key, before }) => [key, before]),
      [
        ['singleMode', undefined],
        ['enableLog', undefined],
        ['label', undefined],
      ],
    );
    await settings.undo();
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('has nothing to undo where nothing was changed', async () => {
    assert.deepEqual(await settings.undo(), { changed: false, restarted: false });
  });

  it('leaves everything alone when the edit fails', async () => {
    const edit = (): never => {
      throw new RangeError('no');
    };
    await assert.rejects(settings.change(edit), RangeError);
    assert.deepEqual(readFileSync(file), utf16(text));
    assert.deepEqual(filesThere(), ['microsip.ini']);
  });

  it('loses no change of many at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `key${index}`);
    await Promise.all(
      names.map((name) =>
        new SettingsFile(file, phoneThat('not-running')).change((ini) => ini.set('Settings', name, 'x')),
      ),
    );
    const ini = await settings.read();
    assert.deepEqual(
      names.filter((name) => ini.get('Settings', name) !== 'x'),
      [],
    );
    assert.deepEqual(filesThere(), ['microsip.ini', 'microsip.ini.backups']);
  });

  it('loses no change of several processes at once', async function () {
    this.timeout(120_000);
    const children = ['a', 'b', 'c'].map((name) =>
      spawn(process.execPath, [programPath('change-settings'), file, `from-${name}`, '8'], {
        stdio: 'inherit',
      }),
    );
    await Promise.all(children.map((child) => once(child, 'close')));
    const ini = await settings.read();
    const expected = ['a', 'b', 'c'].flatMap((name) =>
      Array.from({ length: 8 }, (_, index) => `from-${name}-${index}`),
    );
    assert.deepEqual(
      expected.filter((key) => ini.get('Settings', key) === undefined),
      [],
    );
  });

  describe('in other encodings (facts D.2)', () => {
    const file8 = (encoding: IniEncoding, content = text): void => {
      writeFileSync(file, encodeIni({ encoding, text: content }));
    };

    for (const encoding of ['utf-8', 'utf-8-bom'] as const) {
      it(`makes UTF-16 of ${encoding}, which MicroSIP would damage, and says so`, async () => {
        file8(encoding);
        const change = await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
        assert.equal(change.convertedFrom, encoding);
        assert.deepEqual(readFileSync(file), utf16(text.replace('enableLog=0', 'enableLog=1')));
        await settings.undo();
        assert.deepEqual(readFileSync(file), Buffer.from(encodeIni({ encoding, text })));
      });
    }

    it('makes UTF-16 of plain ASCII', async () => {
      file8('ansi', '[Settings]\n');
      const change = await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
      assert.equal(change.convertedFrom, 'ansi');
      assert.deepEqual(readFileSync(file), utf16('[Settings]\nenableLog=1\n'));
    });

    it('leaves the bytes of an ANSI code page alone: only Windows knows which one it is', async () => {
      file8('ansi');
      const change = await settings.change((ini) => ini.set('Settings', 'enableLog', '1'));
      assert.equal(change.convertedFrom, undefined);
      const expected = Buffer.from(text.replace('enableLog=0', 'enableLog=1'), 'latin1');
      assert.deepEqual(readFileSync(file), expected);
      await assert.rejects(
        settings.change((ini) => ini.set('Account1', 'label', 'Küche')),
        { code: 'INVALID_ARGUMENT', message: /start MicroSIP once/u },
      );
      assert.deepEqual(readFileSync(file), expected);
    });
  });

  const noIni: readonly (readonly [string, Uint8Array])[] = [
    ['a file of another program', Buffer.from('{"singleMode":1}')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['UTF-16 of the other byte order', Buffer.from(utf16(text)).swap16()],
    ['UTF-16 without its mark', utf16(text).subarray(2)],
    ['UTF-16 that ends within a character', utf16(text).subarray(0, -1)],
    ['a huge file', Buffer.concat([utf16(text), Buffer.alloc(17 * 1024 * 1024)])],
  ];
  for (const [what, bytes] of noIni) {
    it(`refuses ${what}, and leaves it as it is`, async () => {
      writeFileSync(file, bytes);
      await assert.rejects(settings.read(), { code: 'SETTINGS_DAMAGED' });
      await assert.rejects(
        settings.change((ini) => ini.set('Settings', 'enableLog', '1')),
        { code: 'SETTINGS_DAMAGED' },
      );
      assert.equal(Buffer.compare(readFileSync(file), bytes), 0);
      assert.deepEqual(filesThere(), ['microsip.ini']);
    });
  }

  it('refuses a folder in place of the file, and a file in place of the folder', async () => {
    const inFile = new SettingsFile(path.join(file, 'microsip.ini'), phoneThat('not-running'));
    const edit = (ini: IniDocument): void => ini.set('Settings', 'a', 'b');
    await assert.rejects(inFile.change(edit), { code: 'SETTINGS_BUSY', message: /ENOTDIR/u });
    const folder = path.join(directory.path, 'folder.ini');
    mkdirSync(folder);
    await assert.rejects(new SettingsFile(folder, phoneThat('not-running')).change(edit), {
      code: 'SETTINGS_DAMAGED',
    });
  });

  it('waits for another change, no longer than it was told, and takes over from a process that died', async () => {
    const edit = (value: string) => (ini: IniDocument) => ini.set('Settings', 'x', value);
    const holder = { token: 't', host: 'another-machine', processId: 1, until: Date.now() + 600_000 };
    writeFileSync(`${file}.lock`, JSON.stringify(holder));
    await assert.rejects(settings.change(edit('1'), { timeoutMs: 100 }), {
      code: 'TIMEOUT',
      message: /other changes.*remove .*microsip\.ini\.lock/u,
    });
    const caller = new AbortController();
    const waiting = settings.change(edit('1'), { signal: caller.signal });
    caller.abort();
    await assert.rejects(waiting, { code: 'CANCELLED' });

    writeFileSync(`${file}.lock`, JSON.stringify({ ...holder, until: Date.now() - 1 }));
    assert.equal((await settings.change(edit('1'))).changed, true);
    assert.deepEqual(filesThere(), ['microsip.ini', 'microsip.ini.backups']);
  });

  it('refuses a time limit that cannot be measured', async () => {
    for (const timeoutMs of [0, -1, Number.NaN, 2 ** 31]) {
      await assert.rejects(
        settings.change(() => undefined, { timeoutMs }),
        { code: 'INVALID_ARGUMENT' },
      );
    }
  });

  it('refuses a change while it is not known whether a phone runs, unless told that none does', async () => {
    const unsure = new SettingsFile(file, phoneThat('unknown'));
    const edit = (ini: IniDocument): void => ini.set('Settings', 'x', '1');
    for (const restart of [false, true]) {
      await assert.rejects(unsure.change(edit, { restart }), {
        code: 'SETTINGS_BUSY',
        message: /--assume-closed/u,
      });
    }
    assert.deepEqual(readFileSync(file), utf16(text));
    assert.equal((await unsure.change(edit, { assumeClosed: true })).changed, true);
  });

  it('refuses a change when a phone was started since it was looked for', async () => {
    const seen: ('not-running' | 'running')[] = ['not-running', 'running'];
    const control = {
      ...phoneThat('running'),
      presence: () => Promise.resolve(seen.shift() ?? 'running'),
    };
    await assert.rejects(
      new SettingsFile(file, control).change((ini) => ini.set('Settings', 'x', '1')),
      { code: 'SETTINGS_BUSY' },
    );
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('says that a phone was started right when the file was replaced, which may have read the old one', async () => {
    const control: PhoneControl = {
      ...phoneThat('running'),
      presence: () => Promise.resolve(readFileSync(file).equals(utf16(text)) ? 'not-running' : 'running'),
    };
    await assert.rejects(
      new SettingsFile(file, control).change((ini) => ini.set('Settings', 'enableLog', '1')),
      { code: 'SETTINGS_BUSY', message: /^The settings were changed, but .*make it again/u },
    );
    assert.equal((await settings.read()).get('Settings', 'enableLog'), '1');
  });

  it('has made a change when it cannot be found out afterwards whether a phone runs', async () => {
    const control: PhoneControl = {
      ...phoneThat('not-running'),
      presence: () =>
        readFileSync(file).equals(utf16(text))
          ? Promise.resolve('not-running')
          : Promise.reject(new Error('no list of processes')),
    };
    const change = await new SettingsFile(file, control).change((ini) =>
      ini.set('Settings', 'enableLog', '1'),
    );
    assert.equal(change.changed, true);
  });

  it('begins anew when somebody else changed the file meanwhile', async () => {
    let disturbances = 2;
    const control: PhoneControl = {
      ...phoneThat('not-running'),
      presence: () => {
        if (existsSync(`${file}.lock`) && disturbances-- > 0) {
          writeFileSync(file, utf16(`${text}[Dialed]\r\n0=${disturbances}\r\n`));
        }
        return Promise.resolve('not-running');
      },
    };
    await new SettingsFile(file, control).change((ini) => ini.set('Settings', 'x', '1'));
    const ini = await settings.read();
    assert.deepEqual([ini.get('Settings', 'x'), ini.get('Dialed', '0')], ['1', '0']);
  });

  it('makes a new file when the old one vanished meanwhile, and keeps what it held', async () => {
    let vanished = false;
    const control: PhoneControl = {
      ...phoneThat('not-running'),
      presence: () => {
        if (!vanished && existsSync(`${file}.lock`)) {
          rmSync(file);
          vanished = true;
        }
        return Promise.resolve('not-running');
      },
    };
    await new SettingsFile(file, control).change((ini) => ini.set('Settings', 'x', '1'));
    assert.deepEqual(readFileSync(file), utf16('[Settings]\r\nx=1\r\n'));
    const backups = await settings.backups();
    assert.deepEqual(
      backups.map(({ hadFile }) => hadFile),
      [true, false],
    );
    await settings.undo({ backup: backups[0]?.path });
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  itOnPosix('says that it cannot write to a folder that is read-only, and leaves it as it is', () => {
    const folder = path.join(directory.path, 'read-only');
    mkdirSync(folder);
    const there = path.join(folder, 'microsip.ini');
    writeFileSync(there, utf16(text), { mode: 0o644 });
    chmodSync(directory.path, 0o755);
    chmodSync(folder, 0o555);
    // To root nothing is read-only.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawnSync(process.execPath, [programPath('change-settings'), there, 'key', '1'], {
      encoding: 'utf8',
      ...nobody,
    });
    chmodSync(folder, 0o755);
    assert.equal(child.status, 1);
    assert.match(child.stderr, /could not be written \(EACCES\): .*this user may not.*Nothing was changed/u);
    assert.match(child.stderr, /code: 'SETTINGS_BUSY'/u);
    assert.deepEqual(readdirSync(folder), ['microsip.ini']);
    assert.deepEqual(readFileSync(there), utf16(text));
  });

  itOnPosix('leaves nothing behind when there is no room to write', () => {
    const script = 'trap "" XFSZ; ulimit -f 0; exec "$0" "$@"';
    const words = [process.execPath, programPath('change-settings'), file, 'key', '1'];
    const { status, stderr } = spawnSync('sh', ['-c', script, ...words], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /could not be written \(EFBIG\).*Nothing was changed/u);
    assert.deepEqual(filesThere(), ['microsip.ini']);
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  itOnPosix('refuses a link to nowhere, which it would otherwise replace', async () => {
    const link = path.join(directory.path, 'link.ini');
    symlinkSync(path.join(directory.path, 'unplugged', 'microsip.ini'), link);
    const linked = new SettingsFile(link, phoneThat('not-running'));
    await assert.rejects(
      linked.change((ini) => ini.set('Settings', 'enableLog', '1')),
      { code: 'SETTINGS_BUSY', message: /link to a file that is not there/u },
    );
    await assert.rejects(linked.read(), { code: 'SETTINGS_BUSY' });
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  itOnPosix('changes what a link leads to, and leaves the link', async () => {
    const link = path.join(directory.path, 'link.ini');
    symlinkSync(file, link);
    const linked = new SettingsFile(link, phoneThat('not-running'));
    await linked.change((ini) => ini.set('Settings', 'enableLog', '1'));
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal((await settings.read()).get('Settings', 'enableLog'), '1');
    await linked.undo();
    assert.deepEqual(readFileSync(file), utf16(text));
  });

  it('gives up when the file keeps changing', async () => {
    let count = 0;
    const control: PhoneControl = {
      ...phoneThat('not-running'),
      presence: () => {
        writeFileSync(file, utf16(`${text}[Dialed]\r\n0=${count++}\r\n`));
        return Promise.resolve('not-running');
      },
    };
    await assert.rejects(
      new SettingsFile(file, control).change((ini) => ini.set('Settings', 'x', '1')),
      { code: 'SETTINGS_BUSY', message: /kept changing/u },
    );
    assert.equal((await settings.read()).get('Settings', 'x'), undefined);
  });
});
