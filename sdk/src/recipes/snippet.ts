/** What the programs of a recipe have in common, whatever the language. */
export interface Snippet {
  /** What it does, such as `Calls a number with MicroSIP`. Fixed words, which may stand in a comment. */
  readonly purpose: string;
  /** The version of MicroSIP it was made for. */
  readonly version: string;
  /** The path of `microsip.exe`; empty: it is looked for. */
  readonly executable: string;
  /** The part that a person changes, if there is one. */
  readonly input: SnippetInput | undefined;
  /** What MicroSIP gets, one start each; with an input, what stands in front of it. Empty: a start without arguments. */
  readonly commands: readonly string[];
  /** Whether it has a meaning only while a phone runs; sent to none, some commands would start one (facts A.2). */
  readonly needsRunningPhone: boolean;
}

/** A value that is checked where the program runs, since somebody will put another one there. */
export interface SnippetInput {
  readonly name: 'target' | 'digits' | 'account';
  readonly value: string;
  /** A regular expression for the whole of it, in the syntax that Python, JavaScript, .NET and PCRE read alike. */
  readonly pattern: string;
  /** What the program says about anything else: fixed words. */
  readonly complaint: string;
}

/** How long a program waits for MicroSIP to take a command: a hook keeps it busy for 10 s (facts B.2). */
export const timeLimitSeconds = 15;

/** Between two starts: each opens the ini before it hands over, and two at once lose a command (facts B.1). */
export const pauseMs = 300;

/** The name of an input in a language whose names begin with a capital letter. */
export function capitalizedName({ name }: SnippetInput): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
