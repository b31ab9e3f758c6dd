import { MicroSipError, type MicroSip } from 'microsip-sdk';
import { SimulatorClient } from 'microsip-sdk/simulator';
import * as vscode from 'vscode';

const caller = '"Ada Lovelace" <sip:101@pbx.example>';

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
  await simulator.ring({ from: caller });
}
