/** The editor's translations, `vscode.l10n`: the text in the user's language, with `{0}`, `{1}` … filled in. */
export interface Localization {
  t(text: string, ...values: (string | number)[]): string;
}
