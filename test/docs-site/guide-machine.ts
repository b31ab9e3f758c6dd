import { rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';

import { provideExampleAccount } from '../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../sdk/src/simulator/simulator-client.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { processExists, until } from '../support/sdk/until.ts';
import { withPhone } from './code-blocks/type-errors.ts';

const sdk = path.join(import.meta.dirname, '../../sdk');

function startNode(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  return execa(process.execPath, words, {
    cwd,
    env,
    all: true,
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
    forceKillAfterDelay: 5_000,
  });
}

type Program = ReturnType<typeof startNode>;

/** A folder in which the programs and commands of a guide run as they stand, on simulated phones. */
export class GuideMachine implements AsyncDisposable {
  readonly #folder = temporaryDirectory();
  readonly #running: Program[] = [];
  readonly #environment: NodeJS.ProcessEnv;
  /** The simulated phone that is meant where none is named. */
  readonly phone: SimulatorClient;
  readonly phoneFolder: string;

  constructor(environment: NodeJS.ProcessEnv = {}) {
    this.#environment = { XDG_DATA_HOME: this.folder, ...environment };
    this.phoneFolder = path.join(this.folder, 'microsip-devkit', 'simulator');
    provideExampleAccount(this.phoneFolder);
    this.phone = new SimulatorClient(this.phoneFolder);
    mkdirSync(path.join(this.folder, 'node_modules'));
    symlinkSync(sdk, path.join(this.folder, 'node_modules/microsip-sdk'));
    writeFileSync(path.join(this.folder, 'package.json'), '{"type":"module"}');
  }

  get folder(): string {
    return this.#folder.path;
  }

  /** Runs a program of a guide; one that takes a phone for granted gets the simulated one. */
  program(text: string): Program {
    const file = path.join(this.folder, `program-${this.#running.length}.ts`);
    writeFileSync(file, withPhone(text));
    return this.#start([file]);
  }

  /** Runs a `microsip` command of a guide. */
  command(words: readonly string[]): Program {
    const onPhone =
      words.includes('--backend') || words.includes('simulator') ? [] : ['--backend', 'simulator'];
    return this.#start([path.join(sdk, 'src/cli/main.ts'), ...onPhone, ...words]);
  }

  #start(words: readonly string[]): Program {
    const program = startNode(words, this.folder, this.#environment);
    this.#running.push(program);
    return program;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const program of this.#running) program.kill('SIGKILL');
    await Promise.all(this.#running);
    const pid = await this.phone.processId();
    if (pid !== undefined) {
      process.kill(pid, 'SIGKILL');
      await until(() => !processExists(pid), 'the simulated phone to end');
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
