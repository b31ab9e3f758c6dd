import { commandNamed } from '../catalogue/commands.ts';
import { effectText } from './effect-text.ts';
import type { Advice, Explanation } from './explanation.ts';

/**
 * What happens, in one sentence.
 *
 * This and the other texts hold the command line and what was made of it as they were given; whoever shows them
 * escapes them for the place they are shown in.
 */
export function headline(explanation: Explanation): string {
  const { commandLine, outcome, parked, command } = explanation;
  const microSip = `MicroSIP ${explanation.behaviourOf}`;
  const text = commandLine === '' ? 'a start without a command' : `“${commandLine}”`;
  const later = parked ? ', as soon as its account is registered,' : '';
  const mistaken = explanation.advice.some(({ command: meant }) => meant !== 'dial');
  switch (outcome) {
    case 'call':
      return mistaken && command === 'dial'
        ? `${microSip} has no command ${text}: it dials that${later} as if it were a telephone number.`
        : `${microSip} places a call${later} for ${text}.`;
    case 'message':
      return `${microSip} sends a chat message${later} for ${text} and calls nobody.`;
    case 'error':
      return `${microSip} shows an error for ${text} and calls nobody.`;
    case 'command':
      return `${microSip} understands ${text}${command === undefined ? '' : `: ${commandNamed(command).title.toLowerCase()}`}.`;
    case 'start':
      return `${microSip} starts, and ${text} has no further effect.`;
    case 'nothing':
      return `${microSip} does nothing for ${text}${explanation.effects.some(({ do: what }) => what === 'raise') ? ' but show its window' : ''}.`;
  }
}

/** What happens, step by step; what waits for the registration stands after what makes it wait. */
export function steps(explanation: Explanation): readonly string[] {
  return explanation.effects.flatMap((effect) => [
    effectText(effect),
    ...(effect.do === 'park' ? effect.later.map((later) => `Then: ${effectText(later)}`) : []),
  ]);
}

/** A piece of advice as a sentence. */
export function adviceText({ wants, commandLine, kit, note }: Advice): string {
  const microSip =
    commandLine === undefined
      ? undefined
      : commandLine === ''
        ? 'start `microsip.exe` without an argument'
        : `give MicroSIP \`${commandLine}\``;
  const ways = [microSip, kit === undefined ? undefined : `use \`${kit}\``].filter(
    (way) => way !== undefined,
  );
  const how = ways.length === 0 ? '' : `: ${ways.join(', or ')}`;
  return [`${wants}${how}${how === '' ? ':' : '.'}`, ...(note === undefined ? [] : [note])].join(' ');
}
