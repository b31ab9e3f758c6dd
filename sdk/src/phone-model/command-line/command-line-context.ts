import { newestVerifiedVersion, type VerifiedVersion } from '../../catalogue/version.ts';

/** What `[AccountN]` says, as far as a command line meets it. */
export interface DiallingAccount {
  /** Empty means that the account does not load (facts D.6). */
  readonly domain: string;
  /** The registrar; empty means that the account never registers. */
  readonly server: string;
  readonly username: string;
  readonly dialingPrefix: string;
  readonly dialPlan: string;
  readonly transport: '' | 'udp' | 'tcp' | 'tls';
}

/** All that the effect of a command line depends on. */
export interface CommandLineContext {
  readonly version: VerifiedVersion;
  /** Whether an instance runs already. */
  readonly running: boolean;
  /** Whether the ini file is new; matters only to a process that becomes the instance. */
  readonly firstRun: boolean;
  /** The ini key `minimized`, which 3.20.5 does not know. */
  readonly minimized: boolean;
  /** The ini key `silent` or a start by `/hidden`; neither exists since 3.22.3. */
  readonly silent: boolean;
  /** Whether the user answers questions with "yes". */
  readonly answerYes: boolean;
  /** Whether the running instance's SIP stack runs; without it a command is lost (facts B). */
  readonly stackReady: boolean;
  /** The selected account; 0 is none, and then the local account. */
  readonly accountId: number;
  /** `[Account1]`, `[Account2]` … by number. */
  readonly accounts: ReadonlyMap<number, DiallingAccount>;
  /** Whether the last status of the selected account's registration is 200. */
  readonly registered: boolean;
  /** Whether the selected account is in the SIP stack. */
  readonly accountAdded: boolean;
  readonly singleMode: boolean;
  readonly enableLocalAccount: boolean;
  readonly localDomain: string;
  readonly localTransport: '' | 'udp' | 'tcp' | 'tls';
  /** Number of calls that are not merely ringing in. */
  readonly calls: number;
  /** Remote address, such as `102@pbx.test`, of the call in the selected tab. */
  readonly selectedCall?: string;
}

/** A running phone with one registered account, `sip:1001@pbx.test`, and no call. */
export const exampleContext: CommandLineContext = {
  version: newestVerifiedVersion,
  running: true,
  firstRun: false,
  minimized: false,
  silent: false,
  answerYes: true,
  stackReady: true,
  accountId: 1,
  accounts: new Map([
    [
      1,
      {
        domain: 'pbx.test',
        server: 'pbx.test',
        username: '1001',
        dialingPrefix: '',
        dialPlan: '',
        transport: '',
      },
    ],
  ]),
  registered: true,
  accountAdded: true,
  singleMode: true,
  enableLocalAccount: false,
  localDomain: '',
  localTransport: '',
  calls: 0,
};
