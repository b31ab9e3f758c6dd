import { MicroSipError, type MicroSipErrorCode } from '../microsip-error.ts';

/**
 * Why a dial string was refused, for programs.
 *
 * - `empty`, `too-long`: nothing to dial; more than 256 characters
 * - `control-character`, `invisible-character`, `character`: something no dial string holds
 * - `space`: a blank outside a telephone number; MicroSIP would send what follows as a chat message (facts A.6)
 * - `command`, `account-switch`, `password`: MicroSIP would, or could, obey instead of dialling (facts A.4, A.5)
 * - `secure-scheme`, `transport`: MicroSIP would drop the encryption that was asked for (facts N)
 * - `scheme`: a URL scheme MicroSIP does not dial, or more than one
 * - `bare-host`: an address without a user; MicroSIP would dial its letters and digits as a number (facts N)
 * - `host`, `user`, `port`: this part of a SIP URI is missing, malformed or would be changed
 * - `parameter`, `header`: this part of a URI is malformed, without a host, or not for a call
 * - `phone-context`: a local number of somewhere else
 * - `letters`: letters in a telephone number
 * - `comma`, `dtmf`: a comma where MicroSIP would cut, or something after it that is no key of a telephone
 * - `percent-encoding`: `%` without two hexadecimal digits, or not UTF-8
 * - `syntax`: none of the above
 */
export type TargetRefusal =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'invisible-character'
  | 'character'
  | 'space'
  | 'command'
  | 'account-switch'
  | 'password'
  | 'secure-scheme'
  | 'transport'
  | 'scheme'
  | 'bare-host'
  | 'host'
  | 'user'
  | 'port'
  | 'parameter'
  | 'header'
  | 'phone-context'
  | 'letters'
  | 'comma'
  | 'dtmf'
  | 'percent-encoding'
  | 'syntax';

/**
 * A dial string that MicroSIP would not dial as it was meant. Nothing was dialled.
 *
 * @example
 * ```ts
 * try {
 *   parseTarget('sips:bob@example.com');
 * } catch (error) {
 *   if (error instanceof TargetRefusedError) console.error(error.refusal, error.suggestion);
 *   // secure-scheme sip:bob@example.com
 * }
 * ```
 */
export class TargetRefusedError extends MicroSipError {
  /** Why, for programs. */
  readonly refusal: TargetRefusal;
  /** A dial string that would be accepted and may be what was meant; to be offered, never dialled unasked. */
  readonly suggestion: string | undefined;

  /**
   * A target that is not dialled.
   *
   * @param refusal - why, for programs
   * @param message - what is wrong and what to write, for people
   * @param suggestion - a dial string to offer
   */
  constructor(refusal: TargetRefusal, message: string, suggestion?: string) {
    super('TARGET_REFUSED', message);
    this.refusal = refusal;
    this.suggestion = suggestion;
  }

  override toJSON(): {
    code: MicroSipErrorCode;
    message: string;
    docsPath: string;
    refusal: TargetRefusal;
    suggestion?: string;
  } {
    return {
      ...super.toJSON(),
      refusal: this.refusal,
      ...(this.suggestion === undefined ? {} : { suggestion: this.suggestion }),
    };
  }
}

/** Refuses the dial string that is being read. */
export function refuse(refusal: TargetRefusal, message: string, suggestion?: string): never {
  throw new TargetRefusedError(refusal, message, suggestion);
}

/** Hostile text as it may stand in a message: short, in quotation marks, nothing invisible left raw. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const visible = short.replace(
    /[^\p{L}\p{N}\p{P}\p{S} ]|\p{Default_Ignorable_Code_Point}/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
  return `“${visible}”`;
}
