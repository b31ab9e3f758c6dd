import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { SchemeHandler } from '../../../../../sdk/src/installation/handlers/scheme-handler.ts';
import type { SchemeName } from '../../../../../sdk/src/catalogue/scheme.ts';
import { MemoryRegistry, type WrittenKey } from '../../../../support/sdk/memory-registry.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../../support/sdk/temporary-directory.ts';
import { handlersOn, localPathIn, microsip } from './handlers-under-test.ts';

const choices = 'Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations';
const other = 'C:\\Program Files\\Other\\dialer.exe';

function schemeClass(commandLine: string): WrittenKey {
  return { '': 'URL:tel', 'URL Protocol': '', shell: { open: { command: { '': commandLine } } } };
}

describe('who opens links on Windows', () => {
  let directory: TemporaryDirectory;
  let registry: MemoryRegistry;
  beforeEach(() => {
    directory = temporaryDirectory();
    registry = new MemoryRegistry();
    for (const program of [microsip, other, 'E:\\MicroSIP\\microsip.exe']) addProgram(program);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function addProgram(file: string): void {
    const local = localPathIn(directory.path, file);
    mkdirSync(path.dirname(local), { recursive: true });
    writeFileSync(local, '');
  }

  function user(name: string, written: WrittenKey): void {
    registry.write({ root: 'HKCU', path: `Software\\Classes\\${name}` }, written);
  }

  function machine(name: string, written: WrittenKey): void {
    registry.write({ root: 'HKLM', path: `Software\\Classes\\${name}`, view: 64 }, written);
  }

  function choose(progId: string, key = 'UserChoice'): void {
    registry.write({ root: 'HKCU', path: `${choices}\\tel\\${key}` }, { ProgId: progId });
  }

  async function handlerOf(scheme: SchemeName = 'tel'): Promise<SchemeHandler> {
    const { handlers } = await handlersOn(registry, directory.path).status({ schemes: [scheme] });
    assert.equal(handlers.length, 1);
    const [handler] = handlers;
    assert.ok(handler !== undefined);
    return handler;
  }

  it('asks for every scheme that concerns MicroSIP, unless some are named', async () => {
    const { handlers, remarks } = await handlersOn(registry, directory.path).status();
    assert.deepEqual(
      handlers.map(({ handledBy, scheme }) => [scheme, handledBy]),
      ['sip', 'tel', 'callto', 'dial', 'dialpad', 'sips', 'msip'].map((scheme) => [scheme, 'nobody']),
    );
    assert.deepEqual(remarks, []);
  });

  it('knows this MicroSIP, whatever the case of its path', async () => {
    user('tel', schemeClass(`"${microsip.toUpperCase()}" "%1"`));
    const { handledBy, commandLine, programExists, remarks, choiceAgrees } = await handlerOf();
    assert.equal(handledBy, 'this-microsip');
    assert.equal(commandLine, `"${microsip.toUpperCase()}" "%1"`);
    assert.equal(programExists, true);
    assert.equal(choiceAgrees, undefined);
    assert.deepEqual(remarks, []);
  });

  it('tells another copy of MicroSIP from another program', async () => {
    user('tel', schemeClass('"E:\\MicroSIP\\MicroSIP.exe" "%1"'));
    assert.equal((await handlerOf()).handledBy, 'another-microsip');
    user('tel', schemeClass(`"${other}" "%1"`));
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'another-program');
    assert.equal(handler.executable, other);
  });

  it('puts what the user has before what the machine has, key by key', async () => {
    machine('TEL', { ...schemeClass(`"${other}" "%1"`), DefaultIcon: { '': 'x' } });
    assert.equal((await handlerOf()).handledBy, 'another-program');
    user('tel', { shell: { OPEN: { Command: { '': `"${microsip}" "%1"` } } } });
    // The machine's "URL Protocol" still counts.
    assert.equal((await handlerOf()).handledBy, 'this-microsip');
  });

  it('follows the verb that the class names', async () => {
    user('tel', {
      'URL Protocol': '',
      shell: {
        '': 'call',
        open: { command: { '': `"${other}" "%1"` } },
        call: { command: { '': `"${microsip}" "%1"` } },
      },
    });
    assert.equal((await handlerOf()).handledBy, 'this-microsip');
  });

  it('lets the choice of default apps win, and says when it leads elsewhere', async () => {
    user('tel', schemeClass(`"${microsip}" "%1"`));
    user('Other.Url.1', {
      Application: { ApplicationName: 'Other Dialer' },
      shell: { open: { command: { '': `${other} "%1"` } } },
    });
    choose('Other.Url.1');
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'another-program');
    assert.equal(handler.choice, 'Other.Url.1');
    assert.equal(handler.choiceAgrees, false);
    assert.match(handler.remarks.join('\n'), /Other Dialer is chosen.*ms-settings:defaultapps/u);
    assert.match(
      handler.remarks.join('\n'),
      /not in quotation marks: Windows would start C:\\Program\.exe first/u,
    );
  });

  it('says so when the choice leads to the same program', async () => {
    user('tel', schemeClass(`"${microsip}" "%1"`));
    user('My.Phone', schemeClass(`"${microsip}" -- "%1"`));
    choose('My.Phone');
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'this-microsip');
    assert.equal(handler.choiceAgrees, true);
  });

  it('prefers the place where newer versions of Windows 11 keep the choice', async () => {
    user('New', schemeClass(`"${microsip}" "%1"`));
    user('Old', schemeClass(`"${other}" "%1"`));
    choose('Old');
    choose('New', 'UserChoiceLatest\\ProgId');
    assert.equal((await handlerOf()).choice, 'New');
  });

  it('says when the choice leads nowhere any more', async () => {
    user('tel', schemeClass(`"${microsip}" "%1"`));
    choose('Gone.App');
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'nobody');
    assert.equal(handler.choiceAgrees, false);
    assert.match(handler.remarks.join(), /Gone\.App.*not registered any more/u);
  });

  it('knows that apps of the Store are asked and not started', async () => {
    user('AppXabc', {
      Application: { ApplicationName: 'Phone Link' },
      shell: { open: { command: { DelegateExecute: '{4ED3A719-CEA8-4BD9-910D-E252F997AFC2}' } } },
    });
    choose('AppXabc');
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'another-program');
    assert.equal(handler.commandLine, undefined);
    assert.match(handler.remarks.join(), /COM.*Phone Link/u);
  });

  it('says that a class without "URL Protocol" is none of a protocol', async () => {
    user('tel', { shell: { open: { command: { '': `"${microsip}" "%1"` } } } });
    const handler = await handlerOf();
    assert.equal(handler.handledBy, 'nobody');
    assert.equal(handler.executable, microsip);
    assert.match(handler.remarks.join(), /"URL Protocol" is missing/u);
  });

  it('says that a program is gone', async () => {
    user('tel', schemeClass('"E:\\Gone\\microsip.exe" "%1"'));
    const handler = await handlerOf();
    assert.equal(handler.programExists, false);
    assert.match(handler.remarks.join(), /E:\\Gone\\microsip\.exe is not there any more/u);
  });

  it('expands variables only in a value that is to be expanded', async () => {
    const commandLine = '"%ProgramFiles%\\Other\\dialer.exe" "%1"';
    user('tel', schemeClass(commandLine));
    assert.equal((await handlerOf()).commandLine, commandLine);
    user('tel', {
      shell: { open: { command: { '': { type: 'expandable-string', text: commandLine } } } },
    });
    const handler = await handlerOf();
    assert.equal(handler.commandLine, '"C:\\Program Files\\Other\\dialer.exe" "%1"');
    assert.equal(handler.programExists, true);
  });

  for (const [commandLine, remark] of [
    [`"${microsip}"`, /lacks "%1"/u],
    [`"${microsip}" %%1`, /lacks "%1"/u],
    [`"${microsip}" %1`, /smuggles/u],
    [`"${microsip}" "-x" %L`, /smuggles/u],
  ] as const) {
    it(`warns of ${commandLine}`, async () => {
      user('tel', schemeClass(commandLine));
      assert.match((await handlerOf()).remarks.join(), remark);
    });
  }

  it('warns where MicroSIP does not understand the links it gets', async () => {
    user('sips', schemeClass(`"${microsip}" "%1"`));
    user('msip', schemeClass(`"${microsip}" "%1"`));
    assert.match((await handlerOf('sips')).remarks.join(), /not understood/u);
    assert.match((await handlerOf('msip')).remarks.join(), /Any web page/u);
  });

  it('says what links can do to a MicroSIP that opens them', async () => {
    user('tel', schemeClass(`"${microsip}" "%1"`));
    const { remarks } = await handlersOn(registry, directory.path).status();
    assert.match(remarks.join(), /tel:\/\/\/hangupall\//u);
  });

  it('takes what is damaged for what it is', async () => {
    user('tel', {
      'URL Protocol': { type: 'number', number: 1 },
      shell: { open: { command: { '': { type: 'number', number: 7 } } } },
    });
    assert.equal((await handlerOf()).handledBy, 'nobody');
    choose('\u001b[2J\\..\\tel');
    assert.equal((await handlerOf()).handledBy, 'nobody');
    choose('x'.repeat(100_000));
    assert.equal((await handlerOf()).handledBy, 'nobody');
  });

  it('is not held up by a command of 100,000 characters', async () => {
    user('tel', schemeClass(`${'C:\\a '.repeat(20_000)}"%1"`));
    assert.equal((await handlerOf()).executable, undefined);
  });
});
