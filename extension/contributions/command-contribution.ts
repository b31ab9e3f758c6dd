import type { TranslatedText } from './translated-text.ts';

/** The places besides the palette where a command can be offered. */
export type MenuPlace = 'editor/context' | 'terminal/context';

/** A command as the manifest offers it. */
export interface CommandContribution {
  readonly title: TranslatedText;
  /** A product icon, without `$(…)`. */
  readonly icon?: string;
  /** When it makes sense; the palette hides it otherwise. */
  readonly enablement?: string;
  /** Context menus it stands in, each with its condition and its group. */
  readonly menus?: Readonly<Partial<Record<MenuPlace, { readonly when?: string; readonly group: string }>>>;
}
