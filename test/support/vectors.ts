import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { VerifiedVersion } from '../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../sdk/src/phone-model/command-effect.ts';
import type {
  CommandLineContext,
  DiallingAccount,
} from '../../sdk/src/phone-model/command-line/command-line-context.ts';

/** The versions whose functions were run. */
export const versionsRun = ['3.20.5', '3.21.6', '3.22.16'] as const satisfies readonly VerifiedVersion[];

type VersionRun = (typeof versionsRun)[number];

/** A line of commands.jsonl. */
export interface CommandVector {
  readonly version: VersionRun;
  readonly settings: VectorSettings;
  readonly running: boolean;
  readonly tail: string;
  readonly effects: readonly CommandEffect[];
}

/** What differs from a registered phone with two accounts and no call. */
export type VectorSettings = Partial<Omit<CommandLineContext, 'version' | 'running' | 'accounts'>> & {
  readonly account1?: Partial<DiallingAccount>;
  readonly account2?: Partial<DiallingAccount>;
  /** Only ever empty: the ini has no accounts at all. */
  readonly accounts?: Readonly<Record<string, never>>;
};

/** A line of stage1.jsonl. */
export type StartVector = {
  readonly version: VersionRun;
  readonly tail: string;
} & (
  | {
      readonly running: true;
      readonly passedOn: boolean;
      readonly effects: readonly CommandEffect[];
      readonly effectsIfAnsweredNo?: readonly CommandEffect[];
    }
  | {
      readonly running: false;
      readonly starts: false;
      readonly effects: readonly CommandEffect[];
      readonly effectsIfAnsweredNo?: readonly CommandEffect[];
    }
  | {
      readonly running: false;
      readonly starts: true;
      readonly window: 'shown' | 'hidden';
      readonly windowOnFirstRun: 'shown' | 'hidden';
      readonly windowWithIniMinimized: 'shown' | 'hidden';
      readonly tailIsHandled: boolean;
      readonly hiddenMode?: true;
    }
);

/** A line of uris.jsonl. */
export interface AddressVector {
  readonly version: VersionRun;
  readonly input: string;
  readonly user: string;
  readonly domain: string;
  readonly name: string;
  /** Up to 3.21.6. */
  readonly parameters?: string;
  /** Up to 3.21.6. */
  readonly commands?: string;
  /** Since 3.22.16. */
  readonly suffix?: string;
  /** Since 3.22.16. */
  readonly built?: string;
  readonly host: string;
  readonly hostIsIp: boolean;
  readonly userIsPstn: boolean;
  readonly header: 'same' | 'other' | 'invalid';
}

/** A line of hooks.jsonl. */
export interface HookVector {
  readonly versions: readonly VersionRun[];
  readonly iniValue: string;
  readonly value: string;
  readonly caller: string;
  readonly run: boolean;
  readonly file?: string;
  readonly params?: string;
}

interface VectorFiles {
  readonly commands: CommandVector;
  readonly stage1: StartVector;
  readonly uris: AddressVector;
  readonly hooks: HookVector;
}

const directory = path.join(import.meta.dirname, '../sdk/phone-model/vectors');

/** Reads all lines of one of the files with MicroSIP's answers. */
export async function readVectors<File extends keyof VectorFiles>(
  file: File,
): Promise<readonly VectorFiles[File][]> {
  const packed = await readFile(path.join(directory, `${file}.jsonl.gz`));
  const text = (await promisify(gunzip)(packed)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as VectorFiles[File]);
}

const account1: DiallingAccount = {
  domain: 'pbx.test',
  server: 'pbx.test',
  username: '1001',
  dialingPrefix: '',
  dialPlan: '',
  transport: '',
};

const account2: DiallingAccount = { ...account1, domain: 'two.test', server: 'two.test', username: '2001' };

/** A registered phone with the accounts 1 and 2 and no call, and what differs from that. */
export function vectorContext(
  version: VerifiedVersion,
  settings: VectorSettings = {},
  running = true,
): CommandLineContext {
  const { account1: changes1, account2: changes2, accounts, ...others } = settings;
  return {
    version,
    running,
    firstRun: false,
    minimized: false,
    silent: false,
    answerYes: true,
    stackReady: true,
    accountId: 1,
    accounts:
      accounts === undefined
        ? new Map([
            [1, { ...account1, ...changes1 }],
            [2, { ...account2, ...changes2 }],
          ])
        : new Map(),
    registered: true,
    accountAdded: true,
    singleMode: true,
    enableLocalAccount: false,
    localDomain: '',
    localTransport: '',
    calls: 0,
    ...others,
  };
}
