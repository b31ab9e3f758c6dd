import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { ContactBook } from '../../../sdk/src/contacts/contact-book.ts';
import { SettingsFile } from '../../../sdk/src/settings/settings-file.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { phoneThat } from '../../support/sdk/phone-that.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { simulatorControl } from '../../support/sdk/simulator-control.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni } from '../simulator/data-directory.ts';
import { ManualClock } from '../simulator/manual-clock.ts';

describe('the contacts of a phone', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let file: string;
  let book: ContactBook;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'Contacts.xml');
    book = bookOf('not-running');
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function bookOf(presence: 'running' | 'not-running' | 'unknown'): ContactBook {
    return new ContactBook(
      file,
      new SettingsFile(path.join(directory.path, 'microsip.ini'), phoneThat(presence)),
    );
  }

  const names = async (): Promise<readonly string[]> => (await book.list()).map(({ name }) => name);

  it('are none where there is no file', async () => {
    assert.deepEqual(await book.list(), []);
    assert.deepEqual(await book.search('101'), []);
  });

  it('have another revision after each change of the file, and the same while there is none', async () => {
    const nothing = await book.revision();
    assert.equal(await book.revision(), nothing);
    await book.add({ number: '101' });
    const one = await book.revision();
    assert.equal(await book.revision(), one);
    await book.add({ number: '102' });
    assert.equal(new Set([nothing, one, await book.revision()]).size, 3);
  });

  it('are read within a time limit, and until nobody waits any more', async () => {
    // So much takes longer than a millisecond everywhere.
    writeFileSync(file, ' '.repeat(15 * 1024 * 1024));
    await assert.rejects(book.list({ timeoutMs: 1 }), { code: 'TIMEOUT', message: /contacts.*1 ms/u });
    await assert.rejects(book.search('ada', { timeoutMs: 0 }), { code: 'INVALID_ARGUMENT' });
    const edit = { do: 'remove', number: '101' } as const;
    for (const reading of [
      book.list({ signal: AbortSignal.abort() }),
      book.plan(edit, { signal: AbortSignal.abort() }),
      book.change(edit, { signal: AbortSignal.abort() }),
    ]) {
      await assert.rejects(reading, { code: 'CANCELLED', message: /Reading the contacts/u });
    }
  });

  it('are added, changed and removed, each with a backup of what was', async () => {
    const added = await book.add({ number: '+49 30 1234567', name: 'Ada' });
    const ada = { number: '+49 30 1234567', name: 'Ada', presence: false, starred: false, directory: false };
    assert.deepEqual(
      [added.changed, added.restarted, added.before, added.after],
      [true, false, undefined, ada],
    );

    const first = readFileSync(file);
    const changed = await book.update('030/1234567', { starred: true });
    assert.deepEqual([changed.before, changed.after], [ada, { ...ada, starred: true }]);
    assert.ok(readFileSync(changed.backup ?? '').equals(first));

    assert.equal((await book.update('030/1234567', { starred: true })).changed, false);

    const removed = await book.remove('+49301234567');
    assert.deepEqual([removed.before, removed.after], [{ ...ada, starred: true }, undefined]);
    assert.deepEqual(await book.list(), []);
    assert.deepEqual(readdirSync(directory.path).sort(), ['Contacts.xml', 'Contacts.xml.backups']);
  });

  it('are planned without being changed', async () => {
    const { after, changed } = await book.plan({ do: 'add', contact: { number: '101' } });
    assert.deepEqual([changed, after?.name], [true, '101']);
    assert.equal(existsSync(file), false);
  });

  it('are left alone while the phone runs, or may run', async () => {
    for (const presence of ['running', 'unknown'] as const) {
      await assert.rejects(bookOf(presence).add({ number: '101' }), { code: 'SETTINGS_BUSY' });
    }
    assert.deepEqual(readdirSync(directory.path), []);
  });

  it('are left as they are when the file is damaged', async () => {
    writeFileSync(file, '<contacts><contact number="101"');
    await assert.rejects(book.list(), { code: 'SETTINGS_DAMAGED', message: /Contacts\.xml.*line 1/u });
    await assert.rejects(book.add({ number: '102' }), { code: 'SETTINGS_DAMAGED' });
    assert.equal(readFileSync(file, 'utf8'), '<contacts><contact number="101"');
  });

  it('are not looked for in a file of a size that no contacts have, nor in a folder', async () => {
    writeFileSync(file, '');
    truncateSync(file, 100 * 1024 * 1024);
    await assert.rejects(book.list(), { code: 'SETTINGS_DAMAGED', message: /104857600 bytes/u });
    file = path.join(directory.path, 'folder');
    mkdirSync(file);
    await assert.rejects(bookOf('not-running').list(), { code: 'SETTINGS_DAMAGED' });
  });

  it('do not get lost when several change them at once', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => `10${index}`);
    await Promise.all(numbers.map((number) => bookOf('not-running').add({ number })));
    assert.deepEqual([...(await names())].sort(), numbers);
  });

  for (const version of verifiedVersions) {
    it(`are those of a phone of version ${version}, which takes what we add and keeps it`, async () => {
      writeIni(directory.path, oneAccount);
      const clock = new ManualClock();
      const start = (): Promise<Simulator> =>
        Simulator.start({ dataDirectory: directory.path, clock, version });
      {
        await using phone = await start();
        phone.user({
          do: 'save-contact',
          contact: { number: '101', name: '"<Zoë & Bob>"\u202E', starred: '1' },
        });
        const [contact] = await book.list();
        assert.deepEqual([contact?.name, contact?.starred], ['"<Zoë & Bob>"\u202E', true]);
      }
      await book.add({ number: '102', name: '<Ada \'A\' & "B">', comment: '100 €; &amp;' });
      await book.update('101', { city: 'Köln' });
      {
        await using phone = await start();
        phone.user({ do: 'save-contact', contact: { number: '103', name: 'Cid' } });
      }
      assert.deepEqual(await names(), ['"<Zoë & Bob>"\u202E', '<Ada \'A\' & "B">', 'Cid']);
      const [zoe, ada] = await book.list();
      assert.deepEqual([zoe?.city, ada?.comment], ['Köln', '100 €; &amp;']);
    });
  }

  it('are changed under a phone that runs, when it may be restarted, so that the phone knows them', async () => {
    await using test = await simulatedPhone();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), simulatorControl(test));
    const contacts = new ContactBook(path.join(test.dataDirectory, 'Contacts.xml'), settings);
    await test.phone.start();
    await assert.rejects(contacts.add({ number: '101' }), { code: 'SETTINGS_BUSY', message: /--restart/u });
    const { restarted } = await contacts.add({ number: '101', name: 'Ada' }, { restart: true });
    assert.equal(restarted, true);
    await test.simulator.waitUntilRunning();
    // What the phone writes now, it has read at its start.
    await test.simulator.user({ do: 'save-contact', contact: { number: '102', name: 'Bob' } });
    assert.deepEqual(
      (await contacts.list()).map(({ name }) => name),
      ['Ada', 'Bob'],
    );
  });

  it('are changed before or after the settings, never while these have the phone restarted', async () => {
    await using test = await simulatedPhone();
    const settings = new SettingsFile(path.join(test.dataDirectory, 'microsip.ini'), simulatorControl(test));
    const contacts = new ContactBook(path.join(test.dataDirectory, 'Contacts.xml'), settings);
    await test.phone.start();
    const changes = await Promise.all([
      contacts.add({ number: '101' }, { restart: true }),
      settings.change((ini) => ini.set('Settings', 'singleMode', '0'), { restart: true }),
    ]);
    assert.ok(changes.every(({ changed, restarted }) => changed && restarted));
    await test.simulator.waitUntilRunning();
    await test.simulator.user({ do: 'save-contact', contact: { number: '102' } });
    await test.phone.exit();
    await test.simulator.waitUntilEnded();
    assert.deepEqual(
      (await contacts.list()).map(({ number }) => number),
      ['101', '102'],
    );
    assert.equal((await settings.read()).get('Settings', 'singleMode'), '0');
  });
});
