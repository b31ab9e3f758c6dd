import assert from 'node:assert/strict';
import path from 'node:path';

import type { SchemeName } from '../../../sdk/src/catalogue/scheme.ts';
import { thisWindows } from '../../../sdk/src/installation/discovery/this-windows.ts';
import { HandlerControl } from '../../../sdk/src/installation/handlers/handler-control.ts';
import type { SchemeHandler } from '../../../sdk/src/installation/handlers/scheme-handler.ts';
import { WindowsHandlers } from '../../../sdk/src/installation/handlers/windows/windows-handlers.ts';
import { RegProgram } from '../../../sdk/src/installation/registry/reg-program.ts';
import type {
  RegistryEdit,
  RegistryPath,
  WindowsRegistry,
} from '../../../sdk/src/installation/registry/windows-registry.ts';
import { windowsSystem } from '../../../sdk/src/installation/system/windows-system.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';
import { exportedRegistry } from './registry-export.ts';
import { isWine, openLink, seenByWine } from './shell-link.ts';

const other = path.win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'notepad.exe');
const installerSchemes = ['sip', 'tel', 'callto', 'dial', 'dialpad'] as const;
const userChoice = 'Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\tel';

/** A program of somebody else's, with all that can stand in the way. */
function foreignClass(place: RegistryPath): readonly RegistryEdit[] {
  const set = (below: string, name: string, text: string): RegistryEdit => ({
    edit: 'set',
    key: { ...place, path: `${place.path}${below}` },
    name,
    value: { type: 'string', text },
  });
  return [
    set('', '', 'URL:Telephone ü'),
    set('', 'URL Protocol', ''),
    set('\\shell', '', 'call'),
    set('\\shell\\call\\command', '', `"${other}" "%1"`),
    set('\\shell\\open\\command', 'DelegateExecute', '{00000000-0000-0000-0000-000000000000}'),
    {
      edit: 'set',
      key: { ...place, path: `${place.path}\\shell\\open` },
      name: 'Bytes',
      value: { type: 'binary', kind: 3, bytes: new Uint8Array([0, 1, 254, 255]) },
    },
  ];
}

describe('links on Windows', function () {
  // Each export is a process of its own, and some tests make a hundred.
  this.timeout(240_000);
  const { signal } = new AbortController();
  let registry: WindowsRegistry;
  let directory: TemporaryDirectory;
  let phone: StandIn;
  let atFirst: readonly string[];
  let made: RegistryPath[];

  before(async () => {
    const [windows] = (await thisWindows()).surroundings;
    assert.ok(windows);
    registry = windows.registry;
  });

  beforeEach(async () => {
    directory = temporaryDirectory();
    phone = standInPhone();
    made = [];
    atFirst = await exportedRegistry(directory.path);
  });

  afterEach(async () => {
    await phone[Symbol.asyncDispose]();
    await registry.change(
      made.map((key) => ({ edit: 'remove-key', key })),
      signal,
    );
    assert.deepEqual(await exportedRegistry(directory.path), atFirst);
    directory[Symbol.dispose]();
  });

  /** The handlers of a copy, with what was there before kept in a folder of the test's. */
  function handlers({ executable, folder }: StandIn = phone, by = registry): HandlerControl {
    const windows = {
      registry: by,
      environment: () => Promise.resolve(process.env),
      localPath: (file: string) => Promise.resolve(file),
    };
    const installation = {
      backend: 'windows',
      version: '3.22.16',
      executable,
      dataDirectory: folder,
      logDirectory: folder,
      launch: { file: executable, leadingArguments: [] },
    } as const;
    return new HandlerControl(installation, undefined, () =>
      Promise.resolve(new WindowsHandlers(executable, windows, directory.path)),
    );
  }

  async function make(place: RegistryPath): Promise<void> {
    assert.equal(await registry.read(place, signal), undefined, `${place.path} is free for the test`);
    // A new Wine has no classes of the user at all.
    if (place.root === 'HKCU' && atFirst[0]?.endsWith(': none') === true) {
      made.push({ root: 'HKCU', path: 'Software\\Classes' });
    }
    made.push(place);
    await registry.change(foreignClass(place), signal);
  }

  async function handlerOf(scheme: SchemeName): Promise<SchemeHandler> {
    const [handler] = (await handlers().status({ schemes: [scheme] })).handlers;
    assert.ok(handler);
    return handler;
  }

  it('are registered, told of and unregistered, and the registry is as it was', async () => {
    await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
    const { changed, schemes } = await microsip.handlers.register();
    assert.equal(changed, true);
    assert.deepEqual(
      schemes.map(({ outcome, scheme }) => [scheme, outcome]),
      installerSchemes.map((scheme) => [scheme, 'registered']),
    );
    assert.notDeepEqual(await exportedRegistry(directory.path), atFirst);
    const { handlers: told } = await microsip.handlers.status({ schemes: installerSchemes });
    for (const handler of told) {
      assert.equal(handler.handledBy, 'this-microsip');
      assert.equal(handler.commandLine, `"${phone.executable}" "%1"`);
      assert.equal(handler.programExists, true);
    }
    await microsip.handlers.unregister();
    assert.deepEqual(await exportedRegistry(directory.path), atFirst);
  });

  it('are the same by reg.exe alone', async () => {
    const byProgram = handlers(phone, new RegProgram({ program: windowsSystem().reg }));
    const plan = await byProgram.planRegister({ schemes: ['tel'] });
    assert.deepEqual(await handlers().planRegister({ schemes: ['tel'] }), plan);
    await byProgram.register({ schemes: ['tel'] });
    assert.equal((await handlerOf('tel')).handledBy, 'this-microsip');
    await byProgram.unregister();
    assert.deepEqual(await exportedRegistry(directory.path), atFirst);
  });

  it('stay with who has them, of the user and of the machine, and go back to them', async () => {
    await make({ root: 'HKCU', path: 'Software\\Classes\\tel' });
    await make({ root: 'HKLM', path: 'Software\\Classes\\sip', view: 64 });
    const before = await exportedRegistry(directory.path);
    const offered = await handlers().register({ schemes: ['tel', 'sip', 'dial'] });
    assert.deepEqual(
      offered.schemes.map(({ outcome }) => outcome),
      ['offered', 'offered', 'registered'],
    );
    assert.equal((await handlerOf('tel')).executable, other);
    assert.equal((await handlerOf('sip')).executable, other);
    const forced = await handlers().register({ schemes: ['tel', 'sip'], force: true });
    assert.deepEqual(
      forced.schemes.map(({ outcome }) => outcome),
      ['registered', 'registered'],
    );
    assert.equal((await handlerOf('tel')).handledBy, 'this-microsip');
    assert.equal((await handlerOf('sip')).handledBy, 'this-microsip');
    await handlers().unregister();
    assert.deepEqual(await exportedRegistry(directory.path), before);
  });

  it('are of the user only: what 32-bit programs see of the machine stays, too', async () => {
    const place = { root: 'HKLM', path: 'Software\\Classes\\tel', view: 32 } as const;
    await make(place);
    const before = await exportedRegistry(directory.path);
    await handlers().register({ schemes: ['tel'], force: true });
    await handlers().unregister();
    assert.deepEqual(await exportedRegistry(directory.path), before);
  });

  it("follow the choice of Windows' default apps", async () => {
    const place = { root: 'HKCU', path: `${userChoice}\\UserChoice` } as const;
    assert.equal(await registry.read({ root: 'HKCU', path: userChoice }, signal), undefined);
    await make({ root: 'HKCU', path: 'Software\\Classes\\MicroSIPDevKitTest.Url' });
    made.push({ root: 'HKCU', path: userChoice });
    await registry.change(
      [
        {
          edit: 'set',
          key: place,
          name: 'ProgId',
          value: { type: 'string', text: 'MicroSIPDevKitTest.Url' },
        },
      ],
      signal,
    );
    await handlers().register({ schemes: ['tel'] });
    const { choice, choiceAgrees, handledBy, remarks } = await handlerOf('tel');
    assert.equal(choice, 'MicroSIPDevKitTest.Url');
    assert.equal(choiceAgrees, false);
    assert.equal(handledBy, 'another-program');
    assert.match(remarks.join(), /ms-settings:defaultapps/u);
    await handlers().unregister();
  });

  it('can be given back by a copy that is moved in the place of one that is gone', async () => {
    await handlers().register({ schemes: ['tel'] });
    await phone[Symbol.asyncDispose]();
    phone = standInPhone();
    const { schemes } = await handlers().unregister();
    assert.deepEqual(schemes, [{ scheme: 'tel', outcome: 'unregistered' }]);
  });

  it('run the phone with exactly the link when somebody clicks them', async () => {
    await handlers().register({ schemes: ['dialpad'] });
    await using _ = (await isWine()) ? await seenByWine(registry, 'dialpad', signal) : undefined;
    await phone.start();
    const links = ['dialpad:+49301234567', 'dialpad:101 & calc', 'dialpad:///hangupall/'];
    for (const [index, link] of links.entries()) {
      assert.ok((await openLink(link)) > 32, `the shell finds a program for ${link}`);
      await phone.untilReceived(index + 1);
    }
    // MicroSIP takes off one pair of quotation marks (facts A.3).
    assert.deepEqual(
      phone.received().map(({ text }) => text),
      links.map((link) => `"${link}"`),
    );
    await handlers().unregister();
  });
});
