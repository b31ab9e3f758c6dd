import type { VerifiedVersion } from '../catalogue/version.ts';
import {
  exampleContext,
  type CommandLineContext,
  type DiallingAccount,
} from '../phone-model/command-line/command-line-context.ts';

/** What an explanation takes for granted about the phone, because the answer depends on it. */
export interface Assumptions {
  /** An instance of MicroSIP runs. */
  readonly running: boolean;
  /** An account is selected; otherwise there is none, and no local account either. */
  readonly account: boolean;
  /** The selected account is registered. */
  readonly registered: boolean;
  /** There is a call, with `102@pbx.test`, that is more than ringing in. */
  readonly inCall: boolean;
  /** The setting `singleMode`: one call at a time. */
  readonly singleMode: boolean;
}

/** A phone that runs, whose account is registered, without a call. */
export const usualAssumptions: Assumptions = {
  running: true,
  account: true,
  registered: true,
  inCall: false,
  singleMode: true,
};

/** The context in which the phone model interprets a command line under these assumptions. */
export function contextUnder(assumptions: Assumptions, version: VerifiedVersion): CommandLineContext {
  return {
    ...exampleContext,
    version,
    running: assumptions.running,
    accountId: assumptions.account ? 1 : 0,
    accounts: assumptions.account ? exampleAccounts : new Map(),
    registered: assumptions.account && assumptions.registered,
    accountAdded: assumptions.account,
    singleMode: assumptions.singleMode,
    calls: assumptions.inCall ? 1 : 0,
    ...(assumptions.inCall && { selectedCall: '102@pbx.test' }),
  };
}

/** What is so of a phone that is known. */
export function assumptionsOf(context: CommandLineContext): Assumptions {
  return {
    running: context.running,
    account: context.accountId !== 0 && context.accounts.has(context.accountId),
    registered: context.registered,
    inCall: context.calls > 0,
    singleMode: context.singleMode,
  };
}

/** The assumptions as sentences. */
export function assumptionTexts(assumptions: Assumptions): readonly string[] {
  return [
    assumptions.running ? 'MicroSIP runs already' : 'MicroSIP does not run',
    registrationText(assumptions),
    assumptions.inCall ? 'there is a call with 102@pbx.test' : 'there is no call',
    ...(assumptions.singleMode ? [] : ['several calls at once are allowed (singleMode=0)']),
  ];
}

function registrationText({ account, registered }: Assumptions): string {
  if (!account) return 'no account is set up';
  return registered
    ? 'its account 1001@pbx.test is registered'
    : 'its account 1001@pbx.test is not registered';
}

/** Enough accounts that `/account:<N>` finds the one it names. */
const exampleAccounts: ReadonlyMap<number, DiallingAccount> = new Map(
  Array.from({ length: 9 }, (_, index) => index + 1).map((number) => [
    number,
    {
      domain: number === 1 ? 'pbx.test' : `account${number}.test`,
      server: number === 1 ? 'pbx.test' : `account${number}.test`,
      username: `${number}001`,
      dialingPrefix: '',
      dialPlan: '',
      transport: '',
    } satisfies DiallingAccount,
  ]),
);
