import { format } from 'node:util';

import Mocha from 'mocha';

import { BriefReporter } from '../mocha/brief-reporter.ts';
import { markLines } from './marked-lines.ts';

/** Runs mocha inside VS Code's extension host; `load` imports the test files. */
export async function runSuites(load: () => Promise<void>): Promise<void> {
  const grep = process.env['MICROSIP_TEST_GREP'];
  const mocha = new Mocha({
    reporter: BriefReporter,
    timeout: 60_000,
    forbidOnly: true,
    ...(grep === undefined ? {} : { grep }),
  });
  const print = Mocha.reporters.Base.consoleLog;
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => print(markLines(format(...values)));
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
