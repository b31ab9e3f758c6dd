import type { MicroSipEvent } from '../../events/call-event.ts';
import { eventText } from './event-text.ts';
import type { Terminal } from './terminal.ts';

/** Events of the past: for people, each day begins with its date. */
export class DatedEvents {
  readonly #terminal: Terminal;
  #day: string | undefined;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  print(event: MicroSipEvent): void {
    this.#terminal.result(event, () => `${this.#dateLine(event.at)}${eventText(this.#terminal, event)}`);
  }

  #dateLine(at: string): string {
    const day = new Date(at).toLocaleDateString('sv');
    if (day === this.#day) return '';
    this.#day = day;
    return `${this.#terminal.style('bold', day)}\n`;
  }
}
