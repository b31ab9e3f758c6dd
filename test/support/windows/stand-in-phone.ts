import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { processExists, until } from '../sdk/until.ts';

/** Names the folder with the stand-ins that were built: one folder for each version, with a `microsip.exe` in it. */
export const standInsVariable = 'MICROSIP_STAND_INS';

/** How far ends behave that are called, by their number; others ring and answer. A failure code ends the call with it. */
export type FarEndManner = 'silent' | 'rings' | `${4 | 5 | 6}${string}`;

/** What a stand-in for MicroSIP is to be like. */
export interface StandInOptions {
  /** Where it lies; else a folder of its own. The folder of the caller is left alone at the end. */
  readonly folder?: string;
  /** The name of the program, without `.exe`. */
  readonly name?: string;
  readonly version?: VerifiedVersion;
  /** Further lines for `[Settings]` of its ini. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `[Account1]`; left out, it is `sip:1001@pbx.test`, which needs no registrar. */
  readonly account?: Readonly<Record<string, string>>;
  readonly farEnds?: Readonly<Record<string, FarEndManner>>;
  /** How long every start keeps the ini to itself, in milliseconds. */
  readonly holdIniMs?: number;
  /** Whether it stays in the phase in which commands are lost, until `beReady()`. */
  readonly notReady?: boolean;
  /** What the registrar answers, for an account with a server. */
  readonly registrar?: number;
}

/** A line of what a stand-in recorded. */
export interface StandInRecord {
  readonly what:
    | 'ini-opened'
    | 'ini-denied'
    | 'ini-closed'
    | 'started'
    | 'control'
    | 'stack'
    | 'registered'
    | 'helper'
    | 'command'
    | 'lost'
    | 'ignored'
    | 'effect'
    | 'window'
    | 'hook'
    | 'hook-over'
    | 'message-box'
    | 'message-box-closed'
    | 'frozen'
    | 'thawed'
    | 'over';
  readonly process: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds of the clock of `process.hrtime()`. */
  readonly counter: number;
  readonly [detail: string]: string | number | undefined;
}

/** A command that reached the phone. */
export interface ReceivedCommand {
  /** By its own start, or by `WM_COPYDATA` with this `dwData`. */
  readonly by: 'start' | 'message 1' | 'message 2';
  /** Exactly. */
  readonly text: string;
  /** Milliseconds of the clock of `process.hrtime()`. */
  readonly counter: number;
}

/** Who calls: the values of the headers From, P-Asserted-Identity and Remote-Party-ID, as hostile as wanted. */
export interface Caller {
  readonly from: string;
  readonly assertedIdentity?: string;
  readonly remotePartyId?: string;
}

/** What the far end of a call does; a number is the status with which it refuses. */
export type FarEndDeed = 'answer' | 'hang-up' | 'hold' | 'resume' | number;

/** A MicroSIP of one's own on Windows or under Wine, which is gone at the end of its `await using` block. */
export interface StandIn extends AsyncDisposable {
  readonly executable: string;
  readonly folder: string;
  readonly settingsFile: string;
  readonly logFile: string;
  /** Starts it and waits until it is the phone; until it takes commands, unless it is to be `notReady`. */
  start(tail?: string): Promise<void>;
  /** The process of the phone that runs. */
  processId(): number | undefined;
  /** Everything recorded so far, by all starts of this program, in order. */
  records(): readonly StandInRecord[];
  /** The commands that reached the phone, in order. */
  received(): readonly ReceivedCommand[];
  /** Waits until so many commands have reached the phone, and gives their texts. */
  untilReceived(count: number): Promise<readonly string[]>;
  /** Waits for a record. */
  untilRecorded(
    what: StandInRecord['what'],
    details?: Readonly<Record<string, string>>,
  ): Promise<StandInRecord>;
  /** Rings in, and gives the Call-ID. */
  ring(caller: string | Caller): Promise<string>;
  /** Has a far end act; without a Call-ID, that of the newest call. */
  farEnd(deed: FarEndDeed, callId?: string): Promise<void>;
  /** Has the thread of the window stand still until the end of the block, or for so many milliseconds. */
  freeze(limitMs?: number): Promise<AsyncDisposable>;
  /** Opens a modal message box until the end of the block; behind it, commands are still taken. */
  openMessageBox(): Promise<AsyncDisposable>;
  /** Ends the phase in which commands are lost. */
  beReady(): Promise<void>;
  /** Begins a phase in which commands are lost. */
  beNotReady(): Promise<void>;
}

const accountWithoutRegistrar = { domain: 'pbx.test', username: '1001' };

const readRecord = (line: string): StandInRecord => JSON.parse(line) as StandInRecord;

/** Prepares a stand-in for MicroSIP; it does not run yet. */
export function standInPhone(options: StandInOptions = {}): StandIn {
  return new StandInProgram(options);
}

/** An ini as MicroSIP writes one: UTF-16 with its mark. */
export function iniBytes(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): Buffer {
  const lines = Object.entries(sections).flatMap(([section, values]) => [
    `[${section}]`,
    ...Object.entries(values).map(([key, value]) => `${key}=${value}`),
  ]);
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`, 'utf16le');
}

class StandInProgram implements StandIn {
  readonly executable: string;
  readonly folder: string;
  readonly settingsFile: string;
  readonly logFile: string;
  readonly #recordFile: string;
  readonly #staysNotReady: boolean;
  readonly #ownsFolder: boolean;

  constructor(options: StandInOptions) {
    const { folder, name = 'microsip', version = '3.22.16', notReady = false } = options;
    this.#ownsFolder = folder === undefined;
    this.folder = folder ?? mkdtempSync(path.join(tmpdir(), 'stand-in-'));
    this.executable = path.join(this.folder, `${name}.exe`);
    this.settingsFile = path.join(this.folder, `${name}.ini`);
    this.logFile = path.join(this.folder, `${name}_log.txt`);
    this.#recordFile = path.join(this.folder, `${name}-record.jsonl`);
    this.#staysNotReady = notReady;
    mkdirSync(this.folder, { recursive: true });
    cpSync(builtStandIn(version), this.executable);
    const { account = accountWithoutRegistrar, settings = {} } = options;
    writeFileSync(
      this.settingsFile,
      iniBytes({ Settings: { accountId: '1', enableLog: '1', ...settings }, Account1: account }),
    );
    writeFileSync(path.join(this.folder, `${name}-scenario.ini`), scenarioOf(options));
  }

  async start(tail = ''): Promise<void> {
    const before = this.records().length;
    const child = spawn(this.executable, tail === '' ? [] : [tail], {
      cwd: this.folder,
      stdio: 'ignore',
      detached: true,
    });
    child.unref();
    const awaited = this.#staysNotReady ? 'control' : 'stack';
    await until(
      () =>
        this.records()
          .slice(before)
          .some(({ what }) => what === awaited),
      `the phone to start: ${awaited}`,
    );
  }

  processId(): number | undefined {
    const records = this.records();
    const ended = new Set(records.filter(({ what }) => what === 'over').map(({ process: pid }) => pid));
    return records.findLast(({ process: pid, what }) => what === 'started' && !ended.has(pid))?.process;
  }

  records(): readonly StandInRecord[] {
    if (!existsSync(this.#recordFile)) return [];
    const text = readFileSync(this.#recordFile, 'utf8');
    // The last line may be half written.
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
      .map(readRecord);
  }

  received(): readonly ReceivedCommand[] {
    return this.records()
      .filter(({ what }) => what === 'command')
      .map(({ by, text, counter }) => ({ by: by as ReceivedCommand['by'], text: String(text), counter }));
  }

  async untilReceived(count: number): Promise<readonly string[]> {
    const received = await until(
      () => {
        const commands = this.received();
        return commands.length >= count && commands;
      },
      `${count} commands`,
      60_000,
    );
    return received.map(({ text }) => text);
  }

  async untilRecorded(
    what: StandInRecord['what'],
    details: Readonly<Record<string, string>> = {},
  ): Promise<StandInRecord> {
    const fits = (record: StandInRecord): boolean =>
      record.what === what && Object.entries(details).every(([name, value]) => record[name] === value);
    return await until(() => this.records().find(fits), `${what} ${JSON.stringify(details)}`);
  }

  async ring(caller: string | Caller): Promise<string> {
    const {
      from,
      assertedIdentity = '',
      remotePartyId = '',
    } = typeof caller === 'string' ? { from: caller } : caller;
    return await this.#tell('ring', from, assertedIdentity, remotePartyId);
  }

  async farEnd(deed: FarEndDeed, callId = ''): Promise<void> {
    const words = typeof deed === 'number' ? ['refuse', String(deed)] : [deed];
    await this.#tell('far-end', callId, ...words);
  }

  async freeze(limitMs = 60_000): Promise<AsyncDisposable> {
    const before = this.#count('frozen');
    await this.#tell('freeze', String(limitMs));
    await until(() => this.#count('frozen') > before, 'the phone to stand still');
    return {
      [Symbol.asyncDispose]: async () => {
        await this.#tell('thaw');
      },
    };
  }

  async openMessageBox(): Promise<AsyncDisposable> {
    const before = this.#count('message-box');
    await this.#tell('message-box');
    await until(() => this.#count('message-box') > before, 'the message box');
    return {
      [Symbol.asyncDispose]: async () => {
        const closed = this.#count('message-box-closed');
        await this.#tell('close-message-box');
        await until(() => this.#count('message-box-closed') > closed, 'the message box to close');
      },
    };
  }

  async beReady(): Promise<void> {
    await this.#changeStack('up');
  }

  async beNotReady(): Promise<void> {
    await this.#changeStack('down');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const records = this.records();
    const over = new Set(records.filter(({ what }) => what === 'over').map(({ process: pid }) => pid));
    // One that is over may still be ending, and keeps its folder until then.
    for (const pid of new Set(records.map((record) => record.process))) {
      if (!over.has(pid) && processExists(pid)) process.kill(pid, 'SIGKILL');
      await until(() => !processExists(pid), `the process ${pid} to end`);
    }
    // Not at one go: who read the log or the journal just now may still be closing it.
    if (this.#ownsFolder) await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #count(what: StandInRecord['what']): number {
    return this.records().filter((record) => record.what === what).length;
  }

  async #changeStack(state: 'up' | 'down'): Promise<void> {
    const before = this.#count('stack');
    await this.#tell('stack', state);
    await until(() => this.#count('stack') > before, `the stack to be ${state}`);
  }

  /** Says something to the phone by its pipe, and gives its answer. */
  async #tell(...words: readonly string[]): Promise<string> {
    const pid = this.processId();
    const pipe = this.records().findLast((record) => record.what === 'control' && record.process === pid)?.[
      'pipe'
    ];
    if (pipe === undefined) throw new Error(`${this.executable} does not run`);
    const answer = await askOnce(String(pipe), `${words.join('\t')}\n`);
    if (!answer.startsWith('ok'))
      throw new Error(`${this.executable} did not understand: ${words.join(' ')}`);
    return answer.slice(3).trimEnd();
  }
}

/** One question, one answer. */
async function askOnce(pipe: string, question: string): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = connect(pipe, () => socket.write(question));
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (text: string) => {
      answer += text;
      if (!answer.endsWith('\n')) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('end', () => {
      reject(new Error(`${pipe} closed without an answer`));
    });
  });
}

function builtStandIn(version: VerifiedVersion): string {
  const folder = process.env[standInsVariable];
  if (folder === undefined) {
    throw new Error(`${standInsVariable} is not set: run this with "npm run test:windows".`);
  }
  return path.join(folder, version, 'microsip.exe');
}

/** What the stand-in is told beforehand. */
function scenarioOf({
  farEnds = {},
  holdIniMs = 0,
  notReady = false,
  registrar = 200,
}: StandInOptions): Buffer {
  return iniBytes({
    StandIn: {
      holdIniMs: String(holdIniMs),
      notReadyMs: notReady ? '600000' : '0',
      registrar: String(registrar),
    },
    FarEnds: farEnds,
  });
}
