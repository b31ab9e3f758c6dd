import type { Backend } from '../../installation/installation.ts';
import type { PhoneProcess } from '../../installation/processes/phone-process.ts';
import type { Presence } from './file-presence.ts';
import type { LogFacts } from './log-facts.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import type { RecordFacts } from './record-facts.ts';
import type { SettingsFacts } from './settings-facts.ts';

/** All that a diagnosis looks at, as it was at one moment. It holds no password. */
export interface PhoneSnapshot {
  /** Unix milliseconds. */
  readonly at: number;
  /** The version of the Node.js that the kit runs on. */
  readonly nodeVersion: string;
  /** Nothing where no MicroSIP was found. */
  readonly phone: PhoneFacts | undefined;
  /** Why none was found. */
  readonly notFound: string | undefined;
  /** Why this WSL starts no Windows programs, where it does not. */
  readonly interopTrouble: string | undefined;
}

/** One phone, as its files and processes show it. */
export interface PhoneFacts extends RecordFacts, Neighbourhood {
  readonly backend: Backend;
  /** The program as Windows names it. */
  readonly executable: string;
  /** The prefix of Wine that it lives in. */
  readonly prefix: string | undefined;
  readonly dataDirectory: string;
  /** As the user said, else as MicroSIP wrote it into its ini. */
  readonly version: string | undefined;
  readonly program: Presence;
  /** Wine itself, where it is needed. */
  readonly wine: Presence | undefined;
  /** Whether it keeps its files beside its program (facts D.1). */
  readonly portable: boolean;
  /** Whether files can be written where it keeps them. */
  readonly dataDirectoryWritable: boolean | 'unknown';
  /** Whether the ini can be written, which on Windows says more than its folder. */
  readonly settingsWritable: boolean | 'unknown';
  readonly settings: SettingsFacts;
  readonly log: LogFacts;
  readonly processes: readonly PhoneProcess[] | 'unknown';
  /** The registry keys by which Windows denies programs the camera. */
  readonly cameraDeniedBy: readonly string[] | 'unknown';
}
