/** The languages that there are recipes in. */
export type RecipeLanguage = 'python' | 'powershell' | 'cmd' | 'node' | 'csharp' | 'autohotkey' | 'html';

/** A complete snippet, to be pasted and run. */
export interface Recipe {
  readonly language: RecipeLanguage;
  /** A name for the file it may be saved in; the ending is the one that the language needs. */
  readonly fileName: string;
  /** The snippet: ASCII only, so that no editor's or console's encoding changes it. Lines end in `\n`, those of a batch file in `\r\n`. */
  readonly text: string;
  /** What is worth knowing before it is used, in sentences. */
  readonly notes: readonly string[];
}

/** What a recipe is made for. */
export interface RecipeOptions {
  /** MicroSIP's version, such as `3.22.16`; without one the newest that was read. */
  readonly version?: string | undefined;
  /** The path of `microsip.exe`. Without one the snippet looks for it where it runs. A link has none. */
  readonly executable?: string | undefined;
}
