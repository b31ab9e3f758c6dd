import { firstSequence, peerHost, phoneHost } from '../log-identity.ts';
import type { LogThread, LogWriter } from '../log-writer.ts';
import { sessionDescription, type MediaDirection } from '../session-description.ts';
import type { SipBody } from '../sip-message.ts';

/** Where the far end expects sound. */
const peerPort = 20_000;

/** The sound of a call: what both sides say about it, and the lines of PJSIP's media. */
export class CallMedia {
  readonly #log: LogWriter;
  readonly #index: number;
  readonly #session = 3_900_000_000 + firstSequence();
  #descriptions = 0;

  /** @param index - the number of the call in the log */
  constructor(log: LogWriter, index: number) {
    this.#log = log;
    this.#index = index;
  }

  /** What the phone offers or accepts next. */
  describe(direction: MediaDirection): SipBody {
    return sessionDescription(phoneHost, this.#port, this.#session, this.#descriptions++, direction);
  }

  /** What the far end offers or accepts. */
  describePeer(direction: MediaDirection, version: number = this.#descriptions): SipBody {
    return sessionDescription(peerHost, peerPort, this.#session, version, direction);
  }

  prepare(thread: LogThread): void {
    this.#log.line(thread, 'pjsua_media.c', 1, `Call ${this.#index}: initializing media..`);
    this.#log.line(thread, 'pjsua_media.c', 2, `RTP socket reachable at ${phoneHost}:${this.#port}`);
    this.#log.line(thread, 'pjsua_media.c', 2, `RTCP socket reachable at ${phoneHost}:${this.#port + 1}`);
    this.#log.line(thread, 'pjsua_media.c', 2, `Media index 0 selected for audio call ${this.#index}`);
    this.#log.line(
      thread,
      'pjsua_media.c',
      2,
      `Call ${this.#index}: media transport initialization complete: Success`,
    );
  }

  update(direction: MediaDirection): void {
    this.#log.line('sip', 'pjsua_media.c', 5, `Call ${this.#index}: updating media..`);
    this.#log.line('sip', 'pjsua_aud.c', 6, `Audio channel update for index 0 for call ${this.#index}...`);
    this.#log.line('sip', 'pjsua_media.c', 6, `Audio updated, stream #0: PCMA (${direction})`);
  }

  release(): void {
    this.#log.line('sip', 'pjsua_media.c', 5, `Call ${this.#index}: deinitializing media..`);
  }

  get #port(): number {
    return 4000 + 2 * this.#index;
  }
}
