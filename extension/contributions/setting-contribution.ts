import type { TranslatedText } from './translated-text.ts';

/**
 * Who may set it: `machine` keeps a workspace from naming programs and folders of the user's machine, `application`
 * from hiding calls. The others are for what can neither run nor hide anything, and differs between folders and
 * languages.
 */
type SettingScope = 'machine' | 'application' | 'resource' | 'language-overridable';

/** A setting as the manifest declares it; descriptions are Markdown. */
export type SettingContribution = {
  readonly scope: SettingScope;
  readonly description: TranslatedText;
} & (
  | { readonly type: 'string'; readonly default: string; readonly pattern?: string }
  | {
      readonly type: 'string';
      readonly default: string;
      /** The values it can have, with what each means. */
      readonly values: Readonly<Record<string, TranslatedText>>;
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'array'; readonly items: 'string'; readonly default: readonly string[] }
);
