const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { MicroSip, MicroSipError } = require('microsip-sdk');
const { commandNamed } = require('microsip-sdk/catalogue');
const { exampleContext, interpretCommandLine } = require('microsip-sdk/phone-model');
const { SimulatorClient } = require('microsip-sdk/simulator');
const { parseTarget } = require('microsip-sdk/target');

async function main() {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'microsip-consumer-'));
  const phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
  await phone.start();
  const status = await new SimulatorClient(dataDirectory).status();
  const refusal = await phone.dial('/resetnoask').catch((error) => error);
  await phone.exit();
  await phone.dispose();
  rmSync(dataDirectory, { recursive: true });

  const target = parseTarget('+1 (415) 555-2671');
  const call = interpretCommandLine(exampleContext, target.commandLine).find(
    (effect) => effect.do === 'call',
  );
  console.log(
    JSON.stringify({
      commandLine: target.commandLine,
      refusal: refusal instanceof MicroSipError ? refusal.code : String(refusal),
      dialled: call?.number,
      hangupToken: commandNamed('hangup-all').token,
      simulatorReached: status.sources,
    }),
  );
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
