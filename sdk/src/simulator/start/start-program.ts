import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { behaviourVersionOf } from '../../catalogue/version.ts';
import type { CommandEffect } from '../../phone-model/command-effect.ts';
import { exampleContext } from '../../phone-model/command-line/command-line-context.ts';
import { startingProcess } from '../../phone-model/command-line/starting-process.ts';
import { connectToPhone, exchange } from '../control/control-connection.ts';
import { instanceAddress } from '../control/instance-address.ts';
import { createDataDirectory } from '../data-directory.ts';
import { provideExampleAccount } from '../example-account.ts';
import { openIni } from '../ini/open-ini.ts';
import type { ProgramArguments } from '../program-arguments.ts';

/**
 * What a start of the program does, as `microsip.exe` does it: opens the ini, looks for the running instance, treats
 * some command lines by itself, hands the others over, or becomes the instance (facts A.1, A.2, B).
 *
 * This is the way of every single command: it loads only what it needs.
 *
 * @returns the exit code: 0, and nothing printed, whether the command was handed over or needed no phone; 1 when the
 * ini is open in another start and the command is lost (facts B.1).
 */
export async function startProgram(args: ProgramArguments): Promise<number> {
  createDataDirectory(args.dataDirectory);
  if (args.exampleAccount) provideExampleAccount(args.dataDirectory);
  const address = instanceAddress(args.dataDirectory);
  const opening = await openIni(args.dataDirectory, args.version, address.iniLock, args.holdIniMs);
  if (!opening.opened) {
    process.stderr.write('Failed to open file for writing: microsip.ini\n');
    return 1;
  }

  for (;;) {
    const instance = await connectToPhone(address.socket);
    if (instance !== undefined) return await handOver(args, instance);

    const outcome = startingProcess(contextOf(args, false), args.tail);
    if (outcome.outcome === 'ends') {
      await deleteWhatWasReset(args, outcome.effects);
      return 0;
    }
    const { runInstance } = await import('./run-instance.ts');
    // When another start became the instance in the meantime, the command line is for that one.
    if (await runInstance(args, opening)) return 0;
  }
}

async function handOver(args: ProgramArguments, instance: Socket): Promise<number> {
  const outcome = startingProcess(contextOf(args, true), args.tail);
  const effects = outcome.outcome === 'ends' ? outcome.effects : [];
  if (outcome.outcome === 'ends' && effects.length === 0) {
    instance.destroy();
    return 0;
  }
  await exchange(instance, { type: 'command-line', tail: args.tail, by: 'second-start' });
  await deleteWhatWasReset(args, effects);
  return 0;
}

function contextOf(args: ProgramArguments, running: boolean): typeof exampleContext {
  return { ...exampleContext, version: behaviourVersionOf(args.version), running };
}

/** The simulator's data directory stands for both of the folders that `/reset` deletes (facts A.2). */
const resetFiles = [
  'microsip.ini',
  'microsip_log.txt',
  'microsip_log_1.txt',
  'Contacts.xml',
  'call_log.db',
  'call_log.db-journal',
  'contacts.db',
];

async function deleteWhatWasReset(args: ProgramArguments, effects: readonly CommandEffect[]): Promise<void> {
  const asks = effects.some((effect) => effect.do === 'ask');
  if (asks && !(await answersYes(args))) return;
  for (const effect of effects) {
    if (effect.do === 'deleteIni') rmSync(join(args.dataDirectory, 'microsip.ini'), { force: true });
    if (effect.do === 'deleteDir') {
      for (const file of resetFiles) rmSync(join(args.dataDirectory, file), { force: true });
    }
  }
}

async function answersYes(args: ProgramArguments): Promise<boolean> {
  if (args.scriptFile === undefined) return true;
  const { readSimulatorScript } = await import('../script/simulator-script.ts');
  return readSimulatorScript(args.scriptFile).user?.answersQuestions !== 'no';
}
