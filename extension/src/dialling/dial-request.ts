/** Where the number stands that somebody wants dialled; a `link` came from outside the editor. */
export type DialOrigin = 'document' | 'terminal' | 'contact' | 'link';

/** Something to dial that the user did not type. */
export interface DialRequest {
  /** As it is written there. Hostile text. */
  readonly text: string;
  readonly origin: DialOrigin;
}

/** The command behind links, hovers and lenses; internal, as the palette has one that asks whom to call. */
export const dialWrittenCommand = '_microsip.dialWritten';

const trusted = ['document', 'terminal', 'contact'] as const satisfies readonly DialOrigin[];

/**
 * The request that the command was given. Anyone can run a command with anything, so what does not say where in the
 * editor it stands counts as a link from outside.
 *
 * @returns nothing where there is no text to dial
 */
export function dialRequestOf(argument: unknown): DialRequest | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { text, origin } = argument as { readonly [Key in keyof DialRequest]?: unknown };
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return { text, origin: trusted.find((known) => known === origin) ?? 'link' };
}

/** The address of a link in the editor that runs a command with one argument. */
export function commandLink(command: string, argument: unknown): string {
  const query = encodeURIComponent(commandQuery(argument)).replaceAll(
    // In Markdown these would end the link, or begin another mark.
    /[!'()*~_]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `command:${command}?${query}`;
}

/** The query, not yet encoded, of a URI that runs a command with one argument. */
export function commandQuery(argument: unknown): string {
  // VS Code decodes the query of some links once and of others twice; without a percent sign both give the same.
  return JSON.stringify([argument]).replaceAll('%', String.raw`\u0025`);
}

/** The address of a link in the editor that dials, as the user's settings say after asking. */
export function dialLink(request: DialRequest): string {
  return commandLink(dialWrittenCommand, request);
}
