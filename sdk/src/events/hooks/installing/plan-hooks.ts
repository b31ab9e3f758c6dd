import { hookKeys, type HookKey } from '../../../catalogue/hook.ts';
import { hookNamed } from '../../../catalogue/hooks.ts';
import { supportIn } from '../../../catalogue/version.ts';
import type { IniDocument } from '../../../settings/ini-document.ts';
import { profileValue } from '../../../settings/profile-value.ts';
import { phoneIdIn } from '../hook-folder.ts';
import { hookValue, type HookProgram } from '../hook-value.ts';
import { planOwnCommand, type OwnCommand } from '../own-command.ts';

/** The section of the ini with the hooks. */
export const hookSection = 'Settings';

/** What is done to one hook. */
export interface HookChange {
  readonly hook: HookKey;
  /**
   * - `installed`, `restored`: the ini changes
   * - `unchanged`: it is as it should be
   * - `left`: the user's own command stays, for the reason that `remark` gives
   */
  readonly outcome: 'installed' | 'restored' | 'unchanged' | 'left';
  /** The value as it was, and as it is now; nothing where there is none. */
  readonly before?: string;
  readonly after?: string;
  /** The user's own command, which the hook program runs as well. */
  readonly runs?: string;
  readonly remark?: string;
}

/** The texts that hooks had in the ini before; `null` where they had none. */
export type TextsBefore = Readonly<Partial<Record<HookKey, string | null>>>;

/** What decides how hooks are installed. */
export interface HookPlanContext {
  readonly program: HookProgram;
  readonly version: string;
  readonly platform: NodeJS.Platform | 'wine';
  /** What hooks held before, of any phone: an ini may have been copied from another one. */
  readonly textsBefore: (phoneId: string) => TextsBefore;
}

/** How hooks become ours. */
export interface InstallPlan {
  readonly changes: readonly HookChange[];
  readonly before: Partial<Record<HookKey, string | null>>;
  readonly ownCommands: Partial<Record<HookKey, OwnCommand>>;
}

/** How the hooks of an ini are installed; the ini itself is changed. */
export function installHooks(ini: IniDocument, context: HookPlanContext): InstallPlan {
  const plan: InstallPlan = { changes: [], before: {}, ownCommands: {} };
  const changes = hookKeys.flatMap((hook) => {
    const isThere = supportIn(hookNamed(hook).availability, context.version).support !== 'no';
    if (isThere) return installHook(ini, hook, context, plan);
    // A later version of MicroSIP may have been there before.
    const known = textBefore(textOf(ini, hook), hook, context);
    if (known !== undefined) plan.before[hook] = known;
    return [];
  });
  return { ...plan, changes };
}

/** What one of our hooks held before; nothing where it is none, or nobody knows. */
function textBefore(
  text: string | null,
  hook: HookKey,
  { textsBefore }: HookPlanContext,
): string | null | undefined {
  const phoneId = phoneIdIn(profileValue(text ?? ''));
  return phoneId === undefined ? undefined : textsBefore(phoneId)[hook];
}

function installHook(
  ini: IniDocument,
  hook: HookKey,
  context: HookPlanContext,
  plan: InstallPlan,
): HookChange {
  const { platform, program, version } = context;
  const text = textOf(ini, hook);
  const value = text === null ? '' : profileValue(text);
  const phoneId = phoneIdIn(value);
  const known = phoneId === undefined ? text : textBefore(text, hook, context);
  const before = known ?? null;
  const was = value === '' ? {} : { before: value };

  const own = before === null ? '' : profileValue(before);
  const command = planOwnCommand(own, { hook, platform, version });
  if (command !== undefined && 'cannot' in command && phoneId === undefined) {
    return { hook, outcome: 'left', ...was, after: value, remark: notRun(command.cannot) };
  }

  plan.before[hook] = before;
  const after = hookValue(program, hook);
  if (command !== undefined && !('cannot' in command)) plan.ownCommands[hook] = command;
  if (value !== after) ini.set(hookSection, hook, after);
  return {
    hook,
    outcome: value === after ? 'unchanged' : 'installed',
    ...was,
    after,
    ...(command !== undefined && !('cannot' in command) && { runs: own }),
    ...(command !== undefined && remarkOn(command)),
    ...(known === undefined && { remark: 'what was there before is not known any more' }),
  };
}

function notRun(reason: string): string {
  return `it stays as it is, and its events are not seen: the hook program cannot run this command, because ${reason}`;
}

function remarkOn(command: OwnCommand | { readonly cannot: string }): { readonly remark?: string } {
  if ('cannot' in command) return { remark: `what was there before is not run, because ${command.cannot}` };
  if (command.plainCaller) {
    return {
      remark:
        'it gets only letters, digits and + * # @ . _ - of the caller, because a caller could give it commands (facts C.5)',
    };
  }
  return {};
}

/** Gives the hooks of an ini back what they held before; the ini itself is changed. */
export function removeHooks(
  ini: IniDocument,
  textsBefore: (phoneId: string) => TextsBefore,
  own: TextsBefore,
): readonly HookChange[] {
  return hookKeys.map((hook): HookChange => {
    const text = textOf(ini, hook);
    const value = text === null ? '' : profileValue(text);
    const phoneId = phoneIdIn(value);
    const was = value === '' ? {} : { before: value, after: value };
    if (phoneId === undefined) {
      const recorded = own[hook];
      const edited = recorded !== undefined && recorded !== text && value !== '';
      return edited
        ? { hook, outcome: 'left', ...was, remark: 'it was changed since, and stays' }
        : { hook, outcome: 'unchanged', ...was };
    }
    const before = textsBefore(phoneId)[hook];
    if (before === undefined || before === null) ini.remove(hookSection, hook);
    else ini.set(hookSection, hook, before);
    return {
      hook,
      outcome: 'restored',
      before: value,
      ...(typeof before === 'string' && { after: profileValue(before) }),
      ...(before === undefined && { remark: 'what was there before is not known any more; it is empty now' }),
    };
  });
}

/** The text after `=`; blanks before it stay in the ini whatever is written there. */
export function textOf(ini: IniDocument, hook: HookKey): string | null {
  return ini.getText(hookSection, hook)?.replace(/^[\t-\r ]+/u, '') ?? null;
}

/** The phones whose hook programs an ini names. */
export function phoneIdsIn(ini: IniDocument): readonly string[] {
  return hookKeys.flatMap((hook) => phoneIdIn(textOf(ini, hook) ?? '') ?? []);
}
