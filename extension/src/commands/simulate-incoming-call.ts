import { MicroSipError, type MicroSip } from 'microsip-sdk';
import { SimulatorClient } from 'microsip-sdk/simulator';
import * as vscode from 'vscode';

/** Of the same domain as the account that a simulated phone begins with, so that they are called back by their numbers. */
const callers = [
  { number: '101', name: 'Ada Lovelace' },
  { number: '102', name: 'Charles Babbage' },
  { number: '103', name: 'Grace Hopper' },
  { number: '104', name: 'Alan Turing' },
] as const;

/**
 * Has somebody call the simulated phone.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` where the settings name a real phone
 */
export async function simulateIncomingCall(phone: MicroSip): Promise<void> {
  const { backend, dataDirectory } = phone.installation;
  if (backend !== 'simulator') {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      vscode.l10n.t(
        'Only the simulated phone rings at a command. Choose it in the setting microsip.backend.',
      ),
    );
  }
  const simulator = new SimulatorClient(dataDirectory);
  if (!(await simulator.isRunning())) {
    await phone.start();
    await simulator.waitUntilRunning();
  }
  await simulator.ring({ from: await freeCaller(phone) });
}

/** MicroSIP refuses a call from somebody with whom it has one, without a word (facts G). */
async function freeCaller(phone: MicroSip): Promise<string> {
  const { calls } = await phone.status();
  const busy = new Set(calls.filter(({ state }) => state !== 'ended').map(({ number }) => number));
  const { name, number } = callers.find((caller) => !busy.has(caller.number)) ?? callers[0];
  return `"${name}" <sip:${number}@pbx.test>`;
}
