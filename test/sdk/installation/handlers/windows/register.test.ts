import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

import type { SchemeName } from '../../../../../sdk/src/catalogue/scheme.ts';
import { MemoryRegistry, type WrittenKey } from '../../../../support/sdk/memory-registry.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../../support/sdk/temporary-directory.ts';
import { handlersOn, localPathIn, microsip, recordIn, remembers } from './handlers-under-test.ts';

const other = 'C:\\Program Files\\Other\\dialer.exe';
const installerSchemes = ['sip', 'tel', 'callto', 'dial', 'dialpad'] as const;
const foreign: WrittenKey = {
  '': 'URL:Telephone',
  'URL Protocol': '',
  shell: {
    '': 'call',
    call: { command: { '': `"${other}" "%1"`, DelegateExecute: '{1234}' } },
    open: {
      command: {
        DelegateExecute: '{1234}',
        extra: { type: 'binary', kind: 3, bytes: new Uint8Array([0, 255]) },
      },
    },
  },
};

describe('registering a portable MicroSIP on Windows', () => {
  let directory: TemporaryDirectory;
  let registry: MemoryRegistry;
  beforeEach(() => {
    directory = temporaryDirectory();
    registry = new MemoryRegistry({
      'HKCU\\Software\\Classes': { 'Local Settings': { MuiCache: {} } },
      'HKLM\\Software\\Classes': { http: { '': 'URL:http' } },
    });
    for (const program of [microsip, other]) addProgram(program);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function addProgram(file: string, home = directory.path): void {
    const local = localPathIn(home, file);
    mkdirSync(path.dirname(local), { recursive: true });
    writeFileSync(local, '');
  }

  function user(name: string, written: WrittenKey): void {
    registry.write({ root: 'HKCU', path: `Software\\Classes\\${name}` }, written);
  }

  const handlers = (executable?: string) => handlersOn(registry, directory.path, { executable });

  async function handledBy(...schemes: readonly SchemeName[]): Promise<readonly string[]> {
    const status = await handlers().status({ schemes });
    return status.handlers.map((handler) => handler.handledBy);
  }

  it('makes it open what the installer would register, and leaves all as it was', async () => {
    const before = registry.export();
    const { changed, remarks, schemes } = await handlers().register();
    assert.equal(changed, true);
    assert.deepEqual(
      schemes,
      installerSchemes.map((scheme) => ({ scheme, outcome: 'registered' })),
    );
    assert.match(remarks.join(), /link can carry a command/u);
    assert.deepEqual(
      await handledBy(...installerSchemes),
      installerSchemes.map(() => 'this-microsip'),
    );
    assert.ok(remembers(directory.path));
    const gone = await handlers().unregister();
    assert.deepEqual(
      gone.schemes,
      installerSchemes.map((scheme) => ({ scheme, outcome: 'unregistered' })),
    );
    assert.deepEqual(registry.export(), before);
    assert.ok(!remembers(directory.path));
  });

  it('leaves a key that others use, though the registration made it, when they put something there', async () => {
    registry = new MemoryRegistry();
    await handlers().register({ schemes: ['tel'] });
    const { edits } = await handlers().planUnregister();
    const removed = edits.filter(({ edit }) => edit === 'remove-key');
    for (const edit of removed) assert.match('key' in edit ? edit.key.path : '', /MicroSIP ?DevKit/u);
    user('other', { '': 'URL:other' });
    const others = 'Software\\RegisteredApplications';
    registry.write({ root: 'HKCU', path: others }, { Other: 'Software\\Other' });
    const { signal } = new AbortController();
    await registry.change(
      edits.filter((edit) => 'key' in edit),
      signal,
    );
    const classes = await registry.read({ root: 'HKCU', path: 'Software\\Classes' }, signal);
    assert.deepEqual([...(classes?.keys.keys() ?? [])], ['other']);
    const applications = await registry.read({ root: 'HKCU', path: others }, signal);
    assert.deepEqual([...(applications?.values.keys() ?? [])], ['Other']);
  });

  it('has Windows offer it in its default apps', async () => {
    await handlers().register({ schemes: ['tel'] });
    const read = (path: string) => registry.read({ root: 'HKCU', path }, new AbortController().signal);
    const applications = await read('Software\\RegisteredApplications');
    const [place] = [...(applications?.values.values() ?? [])];
    assert.ok(place?.type === 'string');
    const associations = await read(`${place.text}\\URLAssociations`);
    const progId = associations?.values.get('tel');
    assert.ok(progId?.type === 'string');
    const command = await read(`Software\\Classes\\${progId.text}\\shell\\open\\command`);
    assert.deepEqual(command?.values.get(''), { type: 'string', text: `"${microsip}" "%1"` });
  });

  it('makes no change for a plan, which holds all of it', async () => {
    const before = registry.export();
    const plan = await handlers().planRegister({ schemes: ['tel'] });
    assert.deepEqual(registry.export(), before);
    assert.ok(!remembers(directory.path));
    const done = await handlers().register({ schemes: ['tel'] });
    assert.deepEqual(done, { changed: true, ...plan });
    assert.ok(plan.edits.every((edit) => 'key' in edit && edit.key.root === 'HKCU'));
    const undo = await handlers().planUnregister();
    assert.notDeepEqual(registry.export(), before);
    assert.deepEqual((await handlers().unregister()).edits, undo.edits);
  });

  it('leaves a scheme to who has it, and offers itself', async () => {
    user('tel', foreign);
    const before = registry.export();
    const { schemes } = await handlers().register({ schemes: ['tel', 'sip'] });
    assert.deepEqual(
      schemes.map(({ outcome }) => outcome),
      ['offered', 'registered'],
    );
    assert.match(schemes[0]?.remark ?? '', /Another app has the scheme.*--force/u);
    assert.deepEqual(await handledBy('tel', 'sip'), ['another-program', 'this-microsip']);
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('takes a scheme by force, whatever stands in the way, and gives it back', async () => {
    user('tel', foreign);
    registry.write({ root: 'HKLM', path: 'Software\\Classes\\sip' }, foreign);
    const before = registry.export();
    const { schemes } = await handlers().register({ schemes: ['tel', 'sip'], force: true });
    assert.deepEqual(
      schemes.map(({ outcome }) => outcome),
      ['registered', 'registered'],
    );
    assert.deepEqual(await handledBy('tel', 'sip'), ['this-microsip', 'this-microsip']);
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('takes a scheme whose program is gone', async () => {
    user('tel', { 'URL Protocol': '', shell: { open: { command: { '': '"E:\\gone.exe" "%1"' } } } });
    const before = registry.export();
    const { schemes } = await handlers().register({ schemes: ['tel'] });
    assert.equal(schemes[0]?.outcome, 'registered');
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('has nothing to do where an installed copy has them already', async () => {
    registry.write(
      { root: 'HKLM', path: 'Software\\Classes\\tel' },
      { 'URL Protocol': '', shell: { open: { command: { '': `"${microsip}" "%1"` } } } },
    );
    const before = registry.export();
    const { changed, schemes } = await handlers().register({ schemes: ['tel'] });
    assert.equal(changed, false);
    assert.equal(schemes[0]?.outcome, 'unchanged');
    assert.match(schemes[0].remark ?? '', /nothing to do/u);
    assert.deepEqual(registry.export(), before);
    assert.ok(!remembers(directory.path));
  });

  it('says that the default app is another, which only the user can change', async () => {
    user('Other.1', { shell: { open: { command: { '': `"${other}" "%1"` } } } });
    registry.write(
      {
        root: 'HKCU',
        path: 'Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\tel\\UserChoice',
      },
      { ProgId: 'Other.1', Hash: 'abc=' },
    );
    const { edits, schemes } = await handlers().register({ schemes: ['tel'] });
    assert.equal(schemes[0]?.outcome, 'registered');
    assert.match(schemes[0].remark ?? '', /Other\.1, which only you can change.*ms-settings:defaultapps/u);
    assert.ok(edits.every((edit) => 'key' in edit && !edit.key.path.includes('UrlAssociations')));
  });

  it('says what becomes of a choice of default app that led to it', async () => {
    await handlers().register({ schemes: ['tel'] });
    registry.write(
      {
        root: 'HKCU',
        path: 'Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\tel\\UserChoice',
      },
      { ProgId: 'MicroSIPDevKit.tel' },
    );
    const { handlers: told } = await handlers().status({ schemes: ['tel'] });
    assert.equal(told[0]?.choiceAgrees, true);
    const { schemes } = await handlers().unregister();
    assert.equal(schemes[0]?.outcome, 'unregistered');
    assert.match(schemes[0].remark ?? '', /next click asks.*ms-settings:defaultapps/u);
  });

  it('changes nothing the second time, and still knows what was there first', async () => {
    user('tel', foreign);
    const before = registry.export();
    await handlers().register({ schemes: ['tel'], force: true });
    const registered = registry.export();
    const again = await handlers().register({ schemes: ['tel'], force: true });
    assert.equal(again.changed, false);
    assert.equal(again.schemes[0]?.outcome, 'unchanged');
    assert.deepEqual(registry.export(), registered);
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('goes over to another copy, and back to what was there first', async () => {
    const before = registry.export();
    addProgram('E:\\microsip.exe');
    await handlers().register({ schemes: ['tel', 'sip'] });
    const { schemes } = await handlers('E:\\microsip.exe').register({ schemes: ['tel'] });
    assert.equal(schemes[0]?.outcome, 'registered');
    assert.deepEqual(await handledBy('tel', 'sip'), ['another-microsip', 'this-microsip']);
    const first = await handlers().unregister();
    assert.deepEqual(
      first.schemes.map(({ outcome, scheme }) => [scheme, outcome]),
      [
        ['tel', 'kept'],
        ['sip', 'unregistered'],
      ],
    );
    assert.match(first.schemes[0]?.remark ?? '', /for E:\\microsip\.exe/u);
    await handlers('E:\\microsip.exe').unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('takes back what belongs to a copy that is gone', async () => {
    const before = registry.export();
    addProgram('E:\\gone\\microsip.exe');
    await handlers('E:\\gone\\microsip.exe').register();
    rmSync(localPathIn(directory.path, 'E:\\gone'), { recursive: true });
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('refuses a program that is not there', async () => {
    await assert.rejects(handlers('E:\\gone\\microsip.exe').register(), { code: 'NOT_INSTALLED' });
    assert.ok(!remembers(directory.path));
  });

  it('takes schemes back one by one', async () => {
    const before = registry.export();
    await handlers().register({ schemes: ['tel', 'sip'] });
    await handlers().unregister({ schemes: ['tel'] });
    assert.deepEqual(await handledBy('tel', 'sip'), ['nobody', 'this-microsip']);
    const none = await handlers().unregister({ schemes: ['tel'] });
    assert.deepEqual(none.schemes, [{ scheme: 'tel', outcome: 'kept' }]);
    await handlers().unregister({ schemes: ['sip'] });
    assert.deepEqual(registry.export(), before);
  });

  it('leaves alone what somebody else has changed since, and says so', async () => {
    await handlers().register({ schemes: ['tel'] });
    user('tel', { shell: { open: { command: { '': `"${other}" "%1"` } } } });
    const { schemes } = await handlers().unregister();
    assert.match(
      schemes[0]?.remark ?? '',
      /Somebody else.*HKCU\\Software\\Classes\\tel\\shell\\open\\command/u,
    );
    assert.deepEqual(await handledBy('tel'), ['nobody']);
    const read = await registry.read(
      { root: 'HKCU', path: 'Software\\Classes\\tel\\shell\\open\\command' },
      new AbortController().signal,
    );
    assert.deepEqual(read?.values.get(''), { type: 'string', text: `"${other}" "%1"` });
    assert.ok(!remembers(directory.path));
  });

  it('gives back what somebody else had put there before it was taken again', async () => {
    await handlers().register({ schemes: ['tel'] });
    user('tel', { shell: { open: { command: { '': `"${other}" "%1"` } } } });
    await handlers().register({ schemes: ['tel'], force: true });
    assert.deepEqual(await handledBy('tel'), ['this-microsip']);
    await handlers().unregister();
    const read = await registry.read(
      { root: 'HKCU', path: 'Software\\Classes\\tel\\shell\\open\\command' },
      new AbortController().signal,
    );
    assert.deepEqual(read?.values.get(''), { type: 'string', text: `"${other}" "%1"` });
  });

  it('tidies up where there were no classes at all', async () => {
    registry = new MemoryRegistry({ 'HKCU\\Software': { Wine: {} } });
    const before = registry.export();
    await handlers().register();
    await handlers().register({ force: true });
    await handlers().unregister();
    // What is asked for and not there leaves no trace: the root of the machine comes into being when it is looked at.
    assert.deepEqual(withoutEmptyRoots(registry.export()), withoutEmptyRoots(before));
  });

  it('never loses what was there, wherever it is killed, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            action: fc.constantFrom('register', 'force', 'unregister'),
            schemes: fc.option(fc.subarray(['tel', 'sip', 'dial'] as const, { minLength: 1 }), {
              nil: undefined,
            }),
            diesAfter: fc.option(fc.nat(25), { nil: Infinity }),
          }),
          { maxLength: 6 },
        ),
        async (steps) => {
          using home = temporaryDirectory();
          addProgram(microsip, home.path);
          const made = new MemoryRegistry({
            'HKCU\\Software\\Classes': { tel: foreign, dial: {}, 'Local Settings': { MuiCache: {} } },
            'HKCU\\Software\\RegisteredApplications': { Other: 'x' },
            'HKLM\\Software\\Classes': { sip: foreign },
          });
          const before = made.export();
          const control = handlersOn(made, home.path);
          for (const { action, diesAfter, schemes } of steps) {
            made.diesAfter = diesAfter;
            const options = { schemes, force: action === 'force' };
            await (action === 'unregister' ? control.unregister(options) : control.register(options)).catch(
              (error: unknown) => {
                if (!(error instanceof Error) || error.message !== 'killed') throw error;
              },
            );
          }
          made.diesAfter = Infinity;
          await control.unregister();
          assert.deepEqual(made.export(), before);
          assert.ok(!remembers(home.path));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses what MicroSIP would not understand', async () => {
    await assert.rejects(handlers().register({ schemes: ['tel', 'sips'] }), { code: 'UNSUPPORTED' });
    const old = handlersOn(registry, directory.path, { version: '3.20.5' });
    await assert.rejects(old.register({ schemes: ['dial'] }), { code: 'UNSUPPORTED', message: /3\.20\.5/u });
    assert.deepEqual(
      (await old.planRegister()).schemes.map(({ scheme }) => scheme),
      ['sip', 'tel', 'callto'],
    );
  });

  it('registers msip: only when it is named, and warns of it', async () => {
    const { remarks } = await handlers().planRegister({ schemes: ['msip'] });
    assert.match(remarks.join(), /any web page/u);
  });

  for (const executable of ['microsip.exe', 'D:\\100%1\\microsip.exe', 'D:\\a"b\\microsip.exe']) {
    it(`refuses to register ${executable}, which Windows could not start for a link`, async () => {
      await assert.rejects(handlers(executable).register(), { code: 'INVALID_ARGUMENT' });
      assert.ok(!remembers(directory.path));
    });
  }

  it('does nothing with a damaged record', async () => {
    await handlers().register();
    writeFileSync(recordIn(directory.path), readFileSync(recordIn(directory.path)).subarray(0, 100));
    const before = registry.export();
    await assert.rejects(handlers().unregister(), { code: 'SETTINGS_DAMAGED' });
    await assert.rejects(handlers().register({ force: true }), { code: 'SETTINGS_DAMAGED' });
    assert.deepEqual(registry.export(), before);
  });

  it('takes nothing back when it is not known what was there before, and says so', async () => {
    await handlers().register({ schemes: ['tel'] });
    rmSync(recordIn(directory.path));
    const before = registry.export();
    const { schemes } = await handlers().unregister({ schemes: ['tel'] });
    assert.equal(schemes[0]?.outcome, 'kept');
    assert.match(schemes[0].remark ?? '', /note of what was there before is gone/u);
    assert.deepEqual(registry.export(), before);
  });

  it('does as Windows says where it does not allow it', async () => {
    registry.diesAfter = 0;
    await assert.rejects(handlers().register(), /killed/u);
    registry.diesAfter = Infinity;
    assert.equal((await handlers().unregister()).changed, false);
    assert.ok(!remembers(directory.path));
  });

  it('is one at a time', async () => {
    const before = registry.export();
    await Promise.all([
      handlers().register({ schemes: ['tel'] }),
      handlers().register({ schemes: ['sip'] }),
      handlers().register({ schemes: ['dial'] }),
    ]);
    assert.deepEqual(await handledBy('tel', 'sip', 'dial'), Array(3).fill('this-microsip'));
    await handlers().unregister();
    assert.deepEqual(registry.export(), before);
  });

  it('gives up when it is told to', async () => {
    const before = registry.export();
    await assert.rejects(handlers().register({ signal: AbortSignal.abort() }), { code: 'CANCELLED' });
    assert.deepEqual(registry.export(), before);
  });
});

function withoutEmptyRoots(exported: unknown): unknown {
  assert.ok(Array.isArray(exported));
  return exported.filter(([, key]: [string, { keys: unknown[] }]) => key.keys.length > 0);
}
