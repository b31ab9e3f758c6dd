import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MicroSip, MicroSipError } from 'microsip-sdk';
import { commandNamed } from 'microsip-sdk/catalogue';
import { exampleContext, interpretCommandLine } from 'microsip-sdk/phone-model';
import { SimulatorClient } from 'microsip-sdk/simulator';
import { parseTarget } from 'microsip-sdk/target';

const dataDirectory = mkdtempSync(join(tmpdir(), 'microsip-consumer-'));
const phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
await phone.start();
const status = await new SimulatorClient(dataDirectory).status();
const refusal = await phone.dial('/resetnoask').catch((error) => error);
await phone.exit();
await phone.dispose();
rmSync(dataDirectory, { recursive: true });

const target = parseTarget('+1 (415) 555-2671');
const call = interpretCommandLine(exampleContext, target.commandLine).find((effect) => effect.do === 'call');
console.log(
  JSON.stringify({
    commandLine: target.commandLine,
    refusal: refusal instanceof MicroSipError ? refusal.code : String(refusal),
    dialled: call?.number,
    hangupToken: commandNamed('hangup-all').token,
    simulatorReached: status.sources,
  }),
);
