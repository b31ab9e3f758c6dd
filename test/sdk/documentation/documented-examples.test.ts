import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { types } from 'node:util';
import { runInNewContext } from 'node:vm';

import sinon from 'sinon';
import ts from 'typescript';

import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { simulatedPhone, type SimulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { untilStatus } from '../../support/sdk/until-status.ts';
import { readDocumentedExamples } from './documented-example.ts';
import { exampleModule } from './example-module.ts';

const root = path.join(import.meta.dirname, '../../..');

type Shown = (value: () => unknown, said: string) => Promise<void>;
interface RunnableModule {
  readonly run: (shown: Shown, needs: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** What cannot run in a test, by what stands in it, and why. */
const notRun: readonly (readonly [part: string, why: string])[] = [
  ['findInstallation', 'needs a MicroSIP on this machine'],
  ["executable: 'C:", 'needs a MicroSIP on Windows'],
  ['await diagnose(', 'needs a MicroSIP on Windows'],
  ['handlers.', 'changes who opens links on this machine'],
  ["waitForCall('ringing'", 'waits for somebody to call'],
  ['for await', 'goes on until it is ended'],
  ['findPhoneProcesses', 'needs an installation'],
  ['hookFolder', 'needs an installation'],
  ["dataDirectory: '/tmp/phone'", 'writes into a folder of its own'],
  ['readFile', 'needs a log'],
  ['JournalSource', 'needs a journal'],
];

/** How long an example may take. */
const exampleMs = 60_000;

describe('the examples in the documentation of the SDK', () => {
  const folder = temporaryDirectory();
  const home = path.join(folder.path, 'home');
  // Packages that examples import are found from here.
  const examples = readDocumentedExamples().map((example, index) => ({
    file: example.file,
    source: example.text,
    ...exampleModule(example, folder.path),
    path: path.join(folder.path, `example-${index}.ts`),
  }));

  before(() => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(path.join(folder.path, 'package.json'), '{"type":"module"}');
    for (const { path: file, text } of examples) writeFileSync(file, text);
    // An example that names no folder gets the phone that the user has by default.
    sinon.stub(process, 'env').value({ ...process.env, HOME: home, LOCALAPPDATA: home, XDG_DATA_HOME: home });
  });

  after(async () => {
    const { dataDirectory } = await findInstallation({ backend: 'simulator' });
    const simulator = new SimulatorClient(dataDirectory);
    if (await simulator.isRunning()) await simulator.shutdown();
    sinon.restore();
    folder[Symbol.dispose]();
  });

  it('fit the types of the SDK', function () {
    this.timeout(120_000);
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [path.join(root, 'node_modules/@types')],
    };
    const program = ts.createProgram(
      examples.map((example) => example.path),
      options,
    );
    const wrong = examples.flatMap((example) => {
      const file = program.getSourceFile(example.path);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
        ({ messageText }) => `${example.file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      );
    });
    assert.deepEqual(wrong, []);
  });

  for (const example of examples) {
    const title = example.source.split('\n')[0] ?? '';
    if (notRun.some(([part]) => example.source.includes(part))) continue;
    it(`run and give what they say: ${title} (${example.file})`, async function () {
      this.timeout(exampleMs);
      const module = (await import(pathToFileURL(example.path).href)) as RunnableModule;
      const needsPhone = ['phone', 'hooks', 'log', 'dataDirectory'].some((name) =>
        example.needs.includes(name),
      );
      await using machine = needsPhone ? await phoneInCall(example.source) : undefined;
      const { dataDirectory, phone } = machine ?? {};
      const signal = AbortSignal.timeout(exampleMs);
      const parts = { phone, hooks: phone?.hooks, log: phone?.log };
      await module.run(check, { input: '101', signal, dataDirectory, ...parts });
    });
  }
});

/** A phone with two accounts and contacts: closed for what its files are asked, in a call for what is done with one. */
async function phoneInCall(example: string): Promise<SimulatedPhone> {
  const machine = await simulatedPhone();
  const { phone } = machine;
  await phone.settings.change((ini) => {
    for (const { key, text } of ini.entries('Account1')) ini.set('Account2', key, text);
  });
  if (!example.includes('contacts.add')) {
    await phone.contacts.add({ number: '+49 30 1234567', name: 'Ada' });
    await phone.contacts.add({ number: '101', name: 'Grace' });
  }
  if (/\b(?:contacts|history|hooks|log|settings)\./u.test(example)) return machine;
  await phone.start();
  await untilStatus(phone, (status) => status.phone === 'idle', 'it has registered');
  // With a call up a phone in single mode takes no other.
  if (/\b(?:hangup|hold|mute|perform|sendDtmf|setVolume|status|track|transfer)\(/u.test(example))
    await phone.dialAndWait('102', { until: 'active' });
  return machine;
}

/** What an example shows, held against what it says about it; words are for readers. */
async function check(value: () => unknown, said: string): Promise<void> {
  if (said.startsWith('throws')) {
    await assert.rejects(new Promise((resolve) => resolve(value())));
    return;
  }
  const shown = await value();
  const expected = literal(said);
  if (expected === undefined || String(shown) === said) return;
  assert.partialDeepStrictEqual(shown, expected.value);
}

/** The value that a comment writes down; what it leaves out with an ellipsis is left out. */
function literal(said: string): { readonly value: unknown } | undefined {
  try {
    // Cloned, as values of another context have other prototypes.
    return { value: structuredClone<unknown>(runInNewContext(`(${said.replaceAll(/, …/gu, '')})`)) };
  } catch (error) {
    // Errors of another context are no instances of this one's.
    if (types.isNativeError(error) && ['SyntaxError', 'ReferenceError'].includes(error.name))
      return undefined;
    throw error;
  }
}
