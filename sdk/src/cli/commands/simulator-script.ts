import type { FarEndRule } from '../../phone-model/far-end.ts';
import { readSimulatorScript } from '../../simulator/script/simulator-script.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';

/** Checks a script of the simulator and says what it makes of it. */
export function checkScript({ terminal }: CommandContext, file: string): CommandResult {
  const script = readSimulatorScript(file);
  terminal.result(script, () =>
    [
      `${escapeForTerminal(file)} is a script of the simulator.`,
      ...(script.rules ?? []).map((rule) => `  ${escapeForTerminal(ruleText(rule))}`),
      ...(script.incoming ?? []).map(({ at, from }) =>
        escapeForTerminal(`  after ${at} ms a call from ${from}`),
      ),
      ...(script.registrar === undefined ? [] : [`  the registrar answers ${script.registrar.answers}`]),
    ].join('\n'),
  );
  return Promise.resolve(undefined);
}

function ruleText({ dialled, steps }: FarEndRule): string {
  if (steps.length === 0) return `${dialled} never answers`;
  return `${dialled}: ${steps.map((step) => `after ${step.after} ms ${step.do}`).join(', ')}`;
}
