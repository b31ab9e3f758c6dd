import type { Severity } from './severity.ts';
import type { HookFacts } from './snapshot/hook-facts.ts';
import type { PhoneFacts, PhoneSnapshot } from './snapshot/phone-snapshot.ts';
import type { AccountFacts, ReadSettings } from './snapshot/settings-facts.ts';

/** One thing that was found, as far as it differs from case to case. */
export interface Evidence {
  /** Where and why. */
  readonly detail: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where it is not as bad, or worse, than usual. */
  readonly severity?: Severity;
}

/** Evidence of something wrong: one, several, or none. */
export type Found = Evidence | readonly Evidence[] | undefined;

/** Looks for one thing that can be wrong. */
export interface Check<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly title: string;
  /** The section of the facts it rests on. */
  readonly facts?: string;
  /** @returns `unknown` when it could not be looked into */
  readonly examine: (snapshot: PhoneSnapshot) => Found | 'unknown';
}

type Description<Code extends string> = Omit<Check<Code>, 'examine'>;

/** A check that needs a phone. */
export function phoneCheck<const Code extends string>(
  description: Description<Code> & {
    readonly examine: (phone: PhoneFacts, snapshot: PhoneSnapshot) => Found | 'unknown';
  },
): Check<Code> {
  return {
    ...description,
    examine: (snapshot) =>
      snapshot.phone === undefined ? 'unknown' : description.examine(snapshot.phone, snapshot),
  };
}

/** A check that needs the settings of a phone. */
export function settingsCheck<const Code extends string>(
  description: Description<Code> & {
    readonly examine: (settings: ReadSettings, phone: PhoneFacts) => Found | 'unknown';
  },
): Check<Code> {
  return phoneCheck({
    ...description,
    examine: (phone) =>
      phone.settings.state === 'read' ? description.examine(phone.settings, phone) : 'unknown',
  });
}

/** A check of each event hook that is set, but for those of the kit, which have checks of their own. */
export function hookCheck<const Code extends string>(
  description: Description<Code> & {
    readonly examineHook: (hook: HookFacts, phone: PhoneFacts) => Evidence | undefined;
  },
): Check<Code> {
  return settingsCheck({
    ...description,
    examine: ({ hooks }, phone) =>
      hooks
        .filter(({ kit }) => kit === undefined)
        .map((hook) => description.examineHook(hook, phone))
        .filter((evidence) => evidence !== undefined),
  });
}

/** A check of each account there is a section of. */
export function accountCheck<const Code extends string>(
  description: Description<Code> & {
    readonly examineAccount: (account: AccountFacts, settings: ReadSettings) => Evidence | undefined;
  },
): Check<Code> {
  return settingsCheck({
    ...description,
    examine: (settings) =>
      settings.accounts
        .map((account) => description.examineAccount(account, settings))
        .filter((evidence) => evidence !== undefined),
  });
}
