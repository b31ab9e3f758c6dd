import type { MicroSipEvent } from '../../events/call-event.ts';
import { statusEvents } from '../../events/status-events.ts';
import { provideExampleAccount } from '../../simulator/example-account.ts';
import { readSimulatorScript } from '../../simulator/script/simulator-script.ts';
import { Simulator } from '../../simulator/simulator.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { eventText } from '../output/event-text.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import { simulatorInstallation } from './simulator-installation.ts';

/** Is the simulated phone until it exits, and prints what happens to it. */
export async function runSimulator(
  { options, signal, terminal }: CommandContext,
  flags: { readonly script?: string; readonly minimized?: true },
): CommandResult {
  const { dataDirectory } = await simulatorInstallation(options);
  provideExampleAccount(dataDirectory);
  await using phone = await Simulator.start({
    dataDirectory,
    signal,
    tail: flags.minimized ? '/minimized' : '',
    // Whoever asks for a crash wants the process to be gone, as it is when Windows ends it.
    onCrash: () => process.kill(process.pid, 'SIGKILL'),
    ...(options.microsipVersion !== undefined && { version: options.microsipVersion }),
    ...(flags.script !== undefined && { script: readSimulatorScript(flags.script) }),
  });
  const events = phone.events();
  const first = events.next();
  const show = (event: MicroSipEvent): void => terminal.result(event, () => eventText(terminal, event));

  terminal.note(
    terminal.styleNote(
      'dim',
      `A simulated MicroSIP ${phone.version} runs in ${escapeForTerminal(dataDirectory)}; Ctrl-C ends it.`,
    ),
  );
  for (const event of statusEvents(phone.status, new Date().toISOString())) show(event);
  for (let next = await first; !next.done; next = await events.next()) show(next.value);
  await phone.ended;
  return signal.aborted ? exitCode.interrupted : undefined;
}
