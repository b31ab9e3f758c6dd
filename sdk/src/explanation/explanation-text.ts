import { commandNamed } from '../catalogue/commands.ts';
import { effectText } from './effect-text.ts';
import type { Advice, Explanation } from './explanation.ts';
import { looksLikeCommand } from './first-word.ts';
import { withParked } from './outcome.ts';

/**
 * What happens, in one sentence. `microSip` is what MicroSIP is called in it; its name and version if not given.
 *
 * This and the other texts hold the command line and what was made of it as they were given; whoever shows them
 * escapes them for the place they are shown in.
 */
export function headline(explanation: Explanation, microSip = `MicroSIP ${explanation.behaviourOf}`): string {
  const { commandLine, outcome, command, misunderstood } = explanation;
  const text = commandLine === '' ? 'A start without a command' : `“${commandLine}”`;
  const later = explanation.parked ? ', as soon as its account is registered' : '';
  const effects = withParked(explanation.effects);
  switch (outcome) {
    case 'call': {
      const call = effects.find((effect) => effect.do === 'call');
      return misunderstood && looksLikeCommand(commandLine)
        ? `${text} is no command of ${microSip}: it is dialled like a telephone number${later}.`
        : `${text} makes ${microSip} call “${call?.invite ?? call?.uri ?? ''}”${later}.`;
    }
    case 'message': {
      const message = effects.find((effect) => effect.do === 'message');
      return `${text} makes ${microSip} send the chat message “${message?.text ?? ''}” to “${message?.uri ?? ''}”${later}; it calls nobody.`;
    }
    case 'error':
      return `${text} makes ${microSip} show an error; it calls nobody.`;
    case 'command':
      return `${text} is understood by ${microSip}${command === undefined ? '' : `: ${uncapitalised(commandNamed(command).title)}`}.`;
    case 'start':
      return `${text} starts ${microSip}.`;
    case 'nothing':
      return `${text} makes ${microSip} do nothing${effects.some(({ do: what }) => what === 'raise') ? ' but show its window' : ''}.`;
  }
}

function uncapitalised(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** What happens, step by step; what waits for the registration stands after what makes it wait. */
export function steps(explanation: Explanation): readonly string[] {
  return explanation.effects.flatMap((effect) => [
    effectText(effect),
    ...(effect.do === 'park' ? effect.later.map((later) => `Then: ${effectText(later)}`) : []),
  ]);
}

/** A piece of advice in a sentence or two. */
export function adviceText({ wants, command, commandLine, kit, note }: Advice): string {
  const sentences = note === undefined ? [] : [note];
  if (command === undefined)
    return [...sentences, ...(kit === undefined ? [] : [`Use \`${kit}\`.`])].join(' ');
  if (commandLine === undefined && kit === undefined) return [`${wants}:`, ...sentences].join(' ');

  const microSip =
    commandLine === ''
      ? 'start `microsip.exe` without an argument'
      : `give MicroSIP \`${commandLine ?? ''}\``;
  const ways = [
    ...(commandLine === undefined ? [] : [microSip]),
    ...(kit === undefined ? [] : [`use \`${kit}\``]),
  ];
  return [`${wants}: ${ways.join(', or ')}.`, ...sentences].join(' ');
}
