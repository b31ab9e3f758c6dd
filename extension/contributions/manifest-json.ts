import type { TranslatedText } from './translated-text.ts';

/** A part of the manifest. */
export type Json = Readonly<Record<string, unknown>>;

/** Puts a text into the files of the languages, and gives what stands for it in the manifest. */
export type TextOf = (key: string, text: TranslatedText) => string;
