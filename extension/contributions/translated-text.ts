/** A text of the manifest, in every language the extension speaks. */
export interface TranslatedText {
  readonly en: string;
  readonly de: string;
}

/** The languages, English first: it stands in for every other. */
export const languages = ['en', 'de'] as const satisfies readonly (keyof TranslatedText)[];
