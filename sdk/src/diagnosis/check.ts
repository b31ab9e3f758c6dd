import type { Severity } from './severity.ts';
import type { HookFacts } from './snapshot/hook-facts.ts';
import type { PhoneFacts, PhoneSnapshot } from './snapshot/phone-snapshot.ts';
import type { AccountFacts, ReadSettings } from './snapshot/settings-facts.ts';

/** One thing that was found, as far as it differs from case to case. */
export interface Evidence {
  /** Where and why. */
  readonly detail: string;
  /** Which of the check's remedies, where it has several; the first, if nothing is said. */
  readonly remedy?: string;
  /** What stands for the names in angle brackets of the remedy. */
  readonly named?: Readonly<Record<string, string>>;
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
  /**
   * What to do about it, with names in angle brackets for what differs from case to case, such as `<number>`. Several
   * where it depends on what is found.
   */
  readonly remedy: string | readonly string[];
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

/**
 * A check of each event hook that is set, but for those of the kit, which have checks of their own. `<key>` in its remedy
 * is the hook's.
 */
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
        .map((hook) => withNamed({ key: hook.key }, description.examineHook(hook, phone)))
        .filter((evidence) => evidence !== undefined),
  });
}

/** A check of each account there is a section of. `<number>` in its remedy is the account's. */
export function accountCheck<const Code extends string>(
  description: Description<Code> & {
    readonly examineAccount: (account: AccountFacts, settings: ReadSettings) => Evidence | undefined;
  },
): Check<Code> {
  return settingsCheck({
    ...description,
    examine: (settings) =>
      settings.accounts
        .map((account) =>
          withNamed({ number: String(account.number) }, description.examineAccount(account, settings)),
        )
        .filter((evidence) => evidence !== undefined),
  });
}

function withNamed(
  named: Readonly<Record<string, string>>,
  evidence: Evidence | undefined,
): Evidence | undefined {
  return evidence === undefined ? undefined : { ...evidence, named: { ...named, ...evidence.named } };
}
