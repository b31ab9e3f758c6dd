import { type CallEvent, MicroSip, MicroSipError, type PhoneStatus } from 'microsip-sdk';
import { type CommandEntry, commandNamed } from 'microsip-sdk/catalogue';
import { type Explanation, explainCommandLine } from 'microsip-sdk/explanation';
import { type CommandEffect, exampleContext, interpretCommandLine } from 'microsip-sdk/phone-model';
import { type Recipe, recipe } from 'microsip-sdk/recipes';
import { SimulatorClient } from 'microsip-sdk/simulator';
import { parseTarget, type Target } from 'microsip-sdk/target';

export async function callAndReport(input: string, signal: AbortSignal): Promise<PhoneStatus> {
  await using phone = await MicroSip.connect({
    backend: 'simulator',
    dataDirectory: 'phone',
    timeoutMs: 5000,
  });
  try {
    const { call } = await phone.dialAndWait(input, { until: 'active', signal });
    const ended: CallEvent = call;
    console.log(ended.state, ended.reason);
  } catch (error) {
    if (error instanceof MicroSipError && error.code === 'TARGET_REFUSED') console.error(error.docsPath);
    else throw error;
  }
  return await phone.status({ signal });
}

export const target: Target = parseTarget('sip:ada@example.com');
export const effects: readonly CommandEffect[] = interpretCommandLine(exampleContext, target.commandLine);
export const hangup: CommandEntry = commandNamed('hangup-all');
export const explanation: Explanation = explainCommandLine('-hangup');
export const snippet: Recipe = recipe('python', { type: 'hangup', scope: 'all' });
export const client: SimulatorClient = new SimulatorClient('phone');

// @ts-expect-error a scope that MicroSIP has no command for
export const wrong = (phone: MicroSip) => phone.hangup({ scope: 'everything' });
