import type { LogWriter } from '../log-writer.ts';
import type { OwnSide } from '../own-side.ts';
import type { CallMedia } from './call-media.ts';
import type { DialogMessages } from './dialog-messages.ts';
import type { DialogTraffic } from './dialog-traffic.ts';

/** What a call in the log consists of. */
export interface CallParts {
  /** The number of the call. */
  readonly index: number;
  readonly log: LogWriter;
  readonly own: OwnSide;
  readonly messages: DialogMessages;
  readonly traffic: DialogTraffic;
  readonly media: CallMedia;
}
