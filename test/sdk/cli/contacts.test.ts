import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContactChange } from '../../../sdk/src/contacts/contact-book.ts';
import type { Contact } from '../../../sdk/src/contacts/contact.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { cli, type CliResult } from './run-cli.ts';

describe('microsip contacts', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = path.join(directory.path, 'Contacts.xml');
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const contactsOf = (dataDirectory: string, ...words: readonly string[]): Promise<CliResult> =>
    cli('contacts', ...words, '--backend', 'simulator', '--data-dir', dataDirectory);
  const contacts = (...words: readonly string[]): Promise<CliResult> => contactsOf(directory.path, ...words);

  it('adds, changes, finds and removes, and tells of each in JSON', async () => {
    const add = await contacts(
      'add',
      '+49 30 1234567',
      '--name',
      'Ada',
      '--email',
      'ada@example.com',
      '--starred',
      '--json',
    );
    assert.equal(add.code, 0, add.stderr);
    const ada: Contact = {
      number: '+49 30 1234567',
      name: 'Ada',
      email: 'ada@example.com',
      presence: false,
      starred: true,
      directory: false,
    };
    const added = JSON.parse(add.stdout) as ContactChange;
    assert.deepEqual([added.changed, added.after], [true, ada]);
    assert.ok(existsSync(added.backup ?? ''));

    const update = await contacts(
      'update',
      '030/1234567',
      '--no-starred',
      '--email',
      '',
      '--name',
      'Ada L.',
      '--json',
    );
    const { email: _, ...rest } = ada;
    assert.deepEqual((JSON.parse(update.stdout) as ContactChange).after, {
      ...rest,
      name: 'Ada L.',
      starred: false,
    });

    const search = await contacts('search', 'ada', '--json');
    assert.deepEqual(
      (JSON.parse(search.stdout) as Contact[]).map(({ name }) => name),
      ['Ada L.'],
    );
    assert.equal((await contacts('remove', '004930 1234567')).code, 0);
    assert.equal((await contacts('--json')).stdout, '[]\n');
  });

  it('shows with --dry-run what would be changed, and changes nothing', async () => {
    const { code, stdout } = await contacts('add', '101', '--name', 'Bob', '--dry-run');
    assert.deepEqual([code, stdout], [0, '+ Bob (101)\n']);
    assert.equal(existsSync(file), false);
  });

  it('lists contacts for people, and nothing that acts on their terminal', async () => {
    writeFileSync(
      file,
      '<contacts><contact number="101" name="Ada"/><contact number="102" name="\u202EEve\u0085" starred="1" city="Ulm"/></contacts>',
    );
    const { stdout } = await contacts('list');
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'Ada                101',
      String.raw`\u{202e}Eve\u{85}  102  ★, Ulm`,
    ]);
    const update = await contacts('update', '102', '--name', 'Eve');
    assert.match(update.stdout, /^\\u\{202e\}Eve\\u\{85\} \(102\): name: .* → Eve\n/u);
  });

  it('says what is wrong, with the exit code for it', async () => {
    assert.equal((await contacts('remove', '101')).code, 2);
    assert.equal((await contacts('add', ' ')).code, 2);
    assert.equal((await contacts('add')).code, 2);
    writeFileSync(file, 'no contacts');
    const { code, stderr } = await contacts();
    assert.equal(code, 7);
    assert.match(stderr, /Contacts\.xml/u);
    assert.equal(readFileSync(file, 'utf8'), 'no contacts');
  });

  it('takes no other word for a command, and says how to search', async () => {
    const { code, stderr } = await contacts('ada');
    assert.equal(code, 2);
    assert.match(stderr, /contacts search ada/u);
  });

  it('says so when there is none, on stderr', async () => {
    const { code, stderr, stdout } = await contacts('search', 'ada');
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /no such contact; `microsip contacts` prints all/u);
    assert.match((await contacts()).stderr, /no contacts yet; `microsip contacts add/u);
  });

  it('keeps columns straight whatever the letters, and one that is far too long apart', async () => {
    const long = 'x'.repeat(10_000);
    writeFileSync(
      file,
      `<contacts><contact number="102" name="李小龙" city="香港"/><contact number="1" name="Jose\u0301" starred="1"/><contact number="2" name="${long}"/><contact number="+4930123" name="👩‍👩‍👧" city="Ulm"/></contacts>`,
    );
    const { stdout } = await contacts('list');
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      `李小龙${' '.repeat(22 - 6)}  102       香港`,
      `Jose\u0301${' '.repeat(22 - 4)}  1         ★`,
      `${long}  2`,
      String.raw`👩\u{200d}👩\u{200d}👧  +4930123  Ulm`,
    ]);
  });

  it('names a copy of the contacts as they were, where there were any', async () => {
    assert.equal((await contacts('add', '101', '--name', 'Ada')).stdout, '+ Ada (101)\n');
    const { stdout } = await contacts('update', '101', '--name', 'Eve');
    const copy = /^The contacts as they were: (.*)$/mu.exec(stdout)?.[1];
    assert.match(readFileSync(copy ?? '', 'utf8'), /name="Ada"/u);
    assert.equal(path.extname(copy ?? ''), '.xml');
  });

  it('asks what to change', async () => {
    const { code, stderr } = await contacts('update', '101');
    assert.equal(code, 2);
    assert.match(stderr, /--name.*--help/u);
  });

  it('leaves the contacts of a phone that runs alone, unless it may restart it', async () => {
    await using test = await simulatedPhone();
    await test.phone.start();
    const refused = await contactsOf(test.dataDirectory, 'add', '101', '--json');
    assert.equal(refused.code, 7);
    const { code, stdout } = await contactsOf(test.dataDirectory, 'add', '101', '--restart', '--json');
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as ContactChange).restarted, true);
    await test.simulator.waitUntilRunning();
  });
});
