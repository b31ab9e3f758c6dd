import type { Installation } from '../../installation/installation.ts';
import { phoneFiles } from '../../installation/phone-files.ts';
import { SimulatorClient } from '../../simulator/simulator-client.ts';
import { hookFolder } from '../hooks/hook-folder.ts';
import { JournalSource } from '../hooks/journal/journal-source.ts';
import { LogSource } from '../log/log-source.ts';
import { wholeLog } from '../log/whole-log.ts';
import type { ProcessWatch } from '../phone-process/process-watch.ts';
import type { PhoneSources } from './phone-sources.ts';
import { SimulatorWordSource } from './simulator-word-source.ts';
import { tellingSources } from './telling-sources.ts';

/** All that is heard of the phone of an installation. */
export function openSources(installation: Installation, process: ProcessWatch): PhoneSources {
  const { backend, dataDirectory, version } = installation;
  const { log } = phoneFiles(installation);
  const options = version === undefined ? {} : { version };
  return {
    process,
    tells: (signal) => tellingSources(installation, signal),
    log: new LogSource(log, options),
    wholeLog: (signal) => wholeLog(log, options, signal),
    journal: new JournalSource(hookFolder(installation)),
    ...(backend === 'simulator' && { word: new SimulatorWordSource(new SimulatorClient(dataDirectory)) }),
  };
}
