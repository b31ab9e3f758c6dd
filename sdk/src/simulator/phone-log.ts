import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import type { PhoneEvent } from '../phone-model/phone-input.ts';
import type { PhoneState } from '../phone-model/phone-state.ts';
import { PjsipLog, writesLog } from '../pjsip-log/pjsip-log.ts';
import type { Clock } from './clock.ts';
import { LogFile } from './log-file.ts';
import type { Peripheral } from './phone-driver.ts';

/** The log of a phone's SIP stack as a file, when the ini has `enableLog=1` (facts F.3). */
export class PhoneLog implements Peripheral {
  readonly #written: { readonly file: LogFile; readonly log: PjsipLog } | undefined;

  /** Begins a log, if the phone writes one. */
  constructor(dataDirectory: string, version: string, clock: Clock, phone: PhoneState) {
    if (!writesLog(phone)) return;
    const file = new LogFile(dataDirectory, version);
    const log = new PjsipLog(
      version,
      () => clock.now(),
      (text) => file.write(text),
    );
    this.#written = { file, log };
  }

  observe(event: PhoneEvent, phone: PhoneState): void {
    this.#written?.log.observe(event, phone);
  }

  perform(effect: PhoneEffect, phone: PhoneState): void {
    this.#written?.log.perform(effect, phone);
  }

  close(): void {
    this.#written?.log.close();
    this.#written?.file.close();
  }

  /** Leaves the log as a killed process leaves it. */
  abandon(): void {
    this.#written?.file.close();
  }
}
