import type { PhoneAction } from '../action/phone-action.ts';
import { planAction, type ActionPlan } from '../action/plan-action.ts';
import { commandNamed } from '../catalogue/commands.ts';
import { isVersion, newestVerifiedVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import { parseTarget } from '../target/parse-target.ts';
import type { RecipeOptions } from './recipe.ts';
import type { Snippet, SnippetInput } from './snippet.ts';
import { accountPattern, digitsPattern, targetPatterns } from './target-pattern.ts';

/** What a program has to do for an action, and what is worth knowing about that. */
export interface PlannedSnippet {
  readonly snippet: Snippet;
  readonly remarks: readonly string[];
}

/**
 * Plans a program. What MicroSIP gets is what {@link planAction} says.
 *
 * @throws MicroSipError what planAction throws; `INVALID_ARGUMENT` for a path or a version that is none, and for an
 * address that the snippet's own check is too small for
 */
export function snippetOf(action: PhoneAction, options: RecipeOptions): PlannedSnippet {
  const version = recipeVersion(options);
  const plan = planAction(action, { version });
  const input = inputOf(action, version, plan);
  return {
    snippet: {
      purpose: purposeOf(action),
      version,
      executable: checkedPath(options.executable ?? ''),
      input,
      commands: input === undefined ? plan.commandLines : [prefixOf(action, input, plan)],
      needsRunningPhone: plan.needsRunningPhone,
    },
    remarks: plan.remarks,
  };
}

/**
 * The version that a recipe is made for.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function recipeVersion({ version = newestVerifiedVersion }: RecipeOptions): string {
  if (isVersion(version)) return version;
  throw new MicroSipError('INVALID_ARGUMENT', 'That is no version of MicroSIP; write one such as 3.22.16.');
}

function inputOf(action: PhoneAction, version: string, plan: ActionPlan): SnippetInput | undefined {
  switch (action.type) {
    case 'dial':
      return targetInput(action.target, version, plan.commandLines[0] ?? '');
    case 'transfer': {
      const prefix = commandNamed('transfer').token;
      return targetInput(action.target, version, (plan.commandLines[0] ?? '').slice(prefix.length));
    }
    case 'dtmf':
      return {
        name: 'digits',
        value: action.digits.toUpperCase(),
        pattern: digitsPattern,
        complaint: 'Keys are 0-9, *, # and A-D.',
      };
    case 'account':
      return {
        name: 'account',
        value: String(action.number),
        pattern: accountPattern,
        complaint: 'Accounts are numbered from 1.',
      };
    default:
      return undefined;
  }
}

function targetInput(written: string, version: string, value: string): SnippetInput {
  const { kind } = parseTarget(written, { version });
  const pattern = targetPatterns[kind];
  if (!new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'A recipe checks its address by one line, which knows user@host, a port and plain parameters only. Leave headers and the like out, or let the kit dial: microsip dial, or MicroSip.dial().',
    );
  }
  return { name: 'target', value, pattern, complaint: complaints[kind] };
}

const complaints = {
  number: 'This is no telephone number: write digits, *, # and a leading +, without blanks.',
  'account-user': 'This is no name of a user: write letters, digits, dots, dashes and underscores.',
  'sip-uri': 'This is no address: write sip:user@host, without blanks.',
} as const;

function prefixOf(action: PhoneAction, { value }: SnippetInput, { commandLines }: ActionPlan): string {
  const [commandLine = ''] = commandLines;
  if (commandLines.length === 1 && commandLine.endsWith(value)) {
    return commandLine.slice(0, commandLine.length - value.length);
  }
  throw new MicroSipError('INTERNAL', `The command line of ${action.type} does not end in its input.`);
}

/** Longer ones are no paths of programs that Windows starts. */
const longestPath = 259;

function checkedPath(path: string): string {
  if (!/[\p{Cc}\p{Cs}"]/u.test(path) && path.length <= longestPath) return path;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `That is no path of a program: it has at most ${longestPath} characters, none of them a quotation mark or invisible.`,
  );
}

const scopePurposes = {
  all: 'Ends every call of MicroSIP, and refuses the ringing ones',
  talking: 'Ends every call of MicroSIP but the ringing ones',
  calling: 'Ends the calls of MicroSIP that are not answered yet',
  incoming: 'Refuses the ringing calls of MicroSIP',
} as const;

function purposeOf(action: PhoneAction): string {
  switch (action.type) {
    case 'dial':
      return 'Places a call with MicroSIP';
    case 'hangup':
      return scopePurposes[action.scope ?? 'talking'];
    case 'answer':
      return 'Answers the first ringing call of MicroSIP';
    case 'reject':
      return scopePurposes.incoming;
    case 'transfer':
      return 'Transfers the call in the selected tab of MicroSIP';
    case 'dtmf':
      return 'Sends keys in the call in the selected tab of MicroSIP';
    case 'hold':
      return 'Holds the call in the selected tab of MicroSIP, or takes it back';
    case 'mute':
      return `${action.on ? 'Mutes' : 'Unmutes'} the ${action.device} of MicroSIP`;
    case 'volume':
      return `Turns the ${action.device} of MicroSIP ${action.direction} by one step`;
    case 'account':
      return 'Makes another account of MicroSIP the active one';
    case 'start':
      return action.minimized === true
        ? 'Starts MicroSIP in the tray'
        : 'Starts MicroSIP, or shows its window';
    case 'minimize':
      return 'Hides the window of MicroSIP in the tray';
    case 'exit':
      return 'Ends MicroSIP, and with it every call';
  }
}
