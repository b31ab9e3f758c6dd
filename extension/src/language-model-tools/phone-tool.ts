import type { ContactBook } from '../contacts/contact-book.ts';
import type { Localization } from '../localization.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';

/** What a tool works with. */
export interface ToolSurroundings {
  readonly connection: Pick<PhoneConnection, 'seen' | 'use'>;
  readonly contacts: Pick<ContactBook, 'search'>;
  readonly l10n: Localization;
}

/** What the user is asked before a tool does anything. */
export interface ToolQuestion {
  /** Fixed words: who gives the tool its input chooses none of them. */
  readonly title: string;
  /** Markdown that shows all that the user agrees to. */
  readonly message: string;
  /** What is said while the tool works; fixed words. */
  readonly progress: string;
}

/** What a tool tells a language model. */
export interface ToolAnswer {
  /** A sentence of fixed words. What others wrote, such as a caller's name, stands in the data alone. */
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Something that a language model can do with the phone. Its input can be anything. */
export interface PhoneTool {
  /**
   * Has no effect.
   *
   * @throws MicroSipError for input that would be refused, so that nobody is asked about it
   */
  question(input: unknown, surroundings: ToolSurroundings): ToolQuestion;
  /** @throws MicroSipError for input that is refused, and as the phone does */
  run(input: unknown, surroundings: ToolSurroundings, signal: AbortSignal): Promise<ToolAnswer>;
}
