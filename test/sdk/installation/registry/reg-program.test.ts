import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { RegProgram } from '../../../../sdk/src/installation/registry/reg-program.ts';
import { parseRegistrationFile } from '../../../../sdk/src/installation/registry/registration-file.ts';
import { textAt } from '../../../../sdk/src/installation/registry/registry-lookup.ts';
import type {
  RegistryEdit,
  RegistryPath,
} from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { standInWindows } from '../../../support/sdk/stand-in-windows.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';

const { signal } = new AbortController();

/** What a stand-in for `reg.exe` begins with: it writes down what it was asked, and keeps what it was to import. */
const recording = `
const fs = require('node:fs');
const path = require('node:path');
const [verb, ...rest] = process.argv.slice(2);
const here = path.dirname(process.argv[1]);
fs.appendFileSync(path.join(here, 'asked.jsonl'), JSON.stringify([verb, ...rest]) + '\\n');
const local = (file) => file.replace(/^W:/, '');
if (verb === 'import') fs.copyFileSync(local(rest[0]), path.join(here, 'imported.reg'));
const exported = (text) => fs.writeFileSync(local(rest[1]), Buffer.from('\\uFEFF' + text, 'utf16le'));
const lists = (...keys) => console.log('\\r\\n' + keys.join('\\r\\n') + '\\r\\n');
`;

describeOnPosix('reg.exe', () => {
  let directory: TemporaryDirectory;
  let temporaryFolder: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    temporaryFolder = path.join(directory.path, 'temporary');
    mkdirSync(temporaryFolder);
  });
  afterEach(() => {
    assert.deepEqual(readdirSync(temporaryFolder), [], 'no file is left behind');
    directory[Symbol.dispose]();
  });

  /** One that does as told; files have other names in its Windows. */
  const programThat = (
    behaviour: string,
  ): { registry: RegProgram; asked: () => string[][]; folder: string } => {
    const { reg } = standInWindows(directory.path, { reg: recording + behaviour });
    const folder = path.dirname(reg);
    return {
      folder,
      registry: new RegProgram({
        program: reg,
        temporaryFolder,
        toWindowsPath: (file) => Promise.resolve(`W:${file}`),
      }),
      asked: () =>
        readFileSync(path.join(folder, 'asked.jsonl'), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as string[]),
    };
  };

  const microSip: RegistryPath = { root: 'HKLM', path: 'Software\\MicroSIP' };

  it('exports a key into a file that it can name, in the view that is asked for', async () => {
    const { registry, asked } = programThat(
      String.raw`exported('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\MicroSIP]\r\n@="D:\\\\Jörg 日"\r\n');`,
    );
    assert.equal(textAt(await registry.read({ ...microSip, view: 64 }, signal), ''), 'D:\\Jörg 日');
    const [[verb, key, file, ...options] = []] = asked();
    assert.deepEqual(
      [verb, key, ...options],
      ['export', 'HKEY_LOCAL_MACHINE\\Software\\MicroSIP', '/y', '/reg:64'],
    );
    assert.ok(file?.startsWith(`W:${temporaryFolder}`) && file.endsWith('.reg'), file);
  });

  it('finds no key that is not among those of the key above', async () => {
    const { registry, asked } = programThat(
      String.raw`if (verb === 'export') process.exit(1);
lists('HKEY_LOCAL_MACHINE\\Software\\MicroSIP Lite', 'HKEY_LOCAL_MACHINE\\Software\\Other\\MicroSIP');`,
    );
    assert.equal(await registry.read(microSip, signal), undefined);
    assert.deepEqual(asked()[1], ['query', 'HKEY_LOCAL_MACHINE\\Software', '/reg:32']);
  });

  it('finds no key where the one above is missing as well', async () => {
    const { registry } = programThat(
      String.raw`if (verb === 'export' || rest[0] !== 'HKEY_LOCAL_MACHINE\\Software') process.exit(1);
lists('HKEY_LOCAL_MACHINE\\Software\\Other');`,
    );
    const key = { ...microSip, path: 'Software\\MicroSIP\\Sub\\Key' };
    assert.equal(await registry.read(key, signal), undefined);
  });

  it('is not let into a key that is there', async () => {
    const { registry } = programThat(
      String.raw`if (verb === 'export') process.exit(1);
lists('HKEY_LOCAL_MACHINE\\Software\\A', 'HKEY_LOCAL_MACHINE\\Software\\MICROSIP');`,
    );
    await assert.rejects(registry.read(microSip, signal), { code: 'ACCESS_DENIED' });
  });

  const set: RegistryEdit = {
    edit: 'set',
    key: { root: 'HKCU', path: 'Software\\Classes\\sip', view: 64 },
    name: 'ü "x"',
    value: { type: 'string', text: 'a\r\nb' },
  };

  it('imports changes that follow on each other at once', async () => {
    const { registry, asked, folder } = programThat('');
    const removed: RegistryEdit = {
      edit: 'remove-key',
      key: { ...set.key, path: 'Software\\Classes\\msip' },
    };
    await registry.change([removed, set, { ...set, name: '' }], signal);
    assert.deepEqual(
      asked().map(([verb, , ...options]) => [verb, ...options]),
      [['import', '/reg:64']],
    );
    assert.deepEqual(parseRegistrationFile(readFileSync(path.join(folder, 'imported.reg'))), [
      { key: 'HKEY_CURRENT_USER\\Software\\Classes\\msip', removed: true, values: [] },
      {
        key: 'HKEY_CURRENT_USER\\Software\\Classes\\sip',
        removed: false,
        values: [
          [set.name, set.value],
          ['', set.value],
        ],
      },
    ]);
  });

  it('imports anew where the view changes, and removes keys of the machine by themselves', async () => {
    const { registry, asked } = programThat('');
    const ofMachine: RegistryEdit = { edit: 'remove-key', key: microSip };
    await registry.change([set, { ...set, key: { ...set.key, view: 32 } }, ofMachine, set], signal);
    assert.deepEqual(
      asked().map(([verb, ...rest]) => [verb, rest.at(-1)]),
      [
        ['import', '/reg:64'],
        ['import', '/reg:32'],
        ['query', '/reg:32'],
        ['delete', '/reg:32'],
        ['import', '/reg:64'],
      ],
    );
  });

  it('looks into a key right before it removes it for being empty', async () => {
    const emptied: RegistryEdit = { edit: 'remove-empty-key', key: set.key };
    const { registry, asked } = programThat(
      String.raw`if (verb === 'export') exported('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Classes\\sip]\r\n\r\n');`,
    );
    await registry.change([set, emptied, set], signal);
    assert.deepEqual(
      asked().map(([verb]) => verb),
      ['import', 'export', 'delete', 'import'],
    );
  });

  it('keeps a key that was to be empty and is not', async () => {
    const { registry, asked } = programThat(
      String.raw`if (verb === 'export') exported('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Classes\\sip]\r\n@=""\r\n');`,
    );
    await registry.change([{ edit: 'remove-empty-key', key: set.key }], signal);
    assert.deepEqual(
      asked().map(([verb]) => verb),
      ['export'],
    );
  });

  it('says whom to ask when Windows does not allow a change', async () => {
    const { registry } = programThat("if (verb === 'import' || verb === 'delete') process.exit(1);");
    await assert.rejects(registry.change([set], signal), { code: 'ACCESS_DENIED' });
    const ofMachine = { ...set, key: { root: 'HKLM', path: 'Software\\Classes\\sip' } } as const;
    await assert.rejects(registry.change([ofMachine], signal), {
      code: 'ACCESS_DENIED',
      message: /HKLM\\Software\\Classes\\sip.*administrator/u,
    });
    await assert.rejects(registry.change([{ edit: 'remove-key', key: microSip }], signal), {
      code: 'ACCESS_DENIED',
    });
  });

  it('refuses a change before it makes the first', async () => {
    const { registry, folder } = programThat('');
    const impossible: RegistryEdit = { edit: 'remove-key', key: { root: 'HKCU', path: 'Software' } };
    await assert.rejects(registry.change([set, impossible], signal), { code: 'INVALID_ARGUMENT' });
    assert.ok(!existsSync(path.join(folder, 'asked.jsonl')));
  });

  it('exports nothing that is not known', async () => {
    const { registry } = programThat("exported('REGEDIT4');");
    await assert.rejects(registry.read(microSip, signal), { code: 'INTERNAL' });
  });

  it('is run again where it came to no end, for what may be done twice', async () => {
    const { registry, asked } = programThat(
      String.raw`const first = path.join(here, 'first');
if (!fs.existsSync(first)) {
  fs.writeFileSync(first, '');
  process.kill(process.pid, 'SIGKILL');
}
exported('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\MicroSIP]\r\n@="D:"\r\n');`,
    );
    assert.equal(textAt(await registry.read(microSip, signal), ''), 'D:');
    assert.deepEqual(
      asked().map(([verb]) => verb),
      ['export', 'export'],
    );
  });

  it('that cannot be started says so', async () => {
    const missing = new RegProgram({ program: path.join(directory.path, 'reg.exe'), temporaryFolder });
    await assert.rejects(missing.read(microSip, signal), { code: 'LAUNCH_FAILED' });
    await assert.rejects(missing.change([set], signal), { code: 'LAUNCH_FAILED' });
  });

  it('is ended by the signal', async () => {
    const { registry, folder } = programThat('setTimeout(() => {}, 60_000);');
    const stop = new AbortController();
    const reading = registry.read(microSip, stop.signal);
    await until(() => existsSync(path.join(folder, 'asked.jsonl')), 'it was asked');
    stop.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });
});
