import { readTelephoneNumber, type TelephoneNumber } from './grammar/telephone-number-grammar.ts';
import { refuseCommands } from './command-lookalikes.ts';
import { percentDecoded } from './grammar/percent-encoding.ts';
import { plainTypography } from './readable-text.ts';
import { quoted, refuse } from './target-refused-error.ts';
import { WarningList } from './target-warnings.ts';
import type { NumberTarget, TargetOptions, UriParameter } from './target.ts';

/** International numbers have at most 15 digits (ITU-T E.164); more are two numbers pasted together. */
const maximumInternationalDigits = 15;
/** Longer than any number with prefix and service code; two numbers pasted together are usually not. */
const maximumDigits = 32;

/**
 * The number a text without `@` means.
 *
 * @param isTel - whether it came with `tel:`, where letters can only be those of a keypad
 */
export function readNumberTarget(
  text: string,
  isTel: boolean,
  name: string | undefined,
  options: TargetOptions,
): NumberTarget {
  const written = decodedNumber(text);
  if (looksLikeIpv4(written)) {
    refuse(
      'bare-host',
      `MicroSIP would dial ${quoted(written)} as the number ${written.replaceAll('.', '')}. Write “sip:user@${written}” for a user at that address.`,
    );
  }
  const telephone = readTelephoneNumber(written);
  const { number, international } = telephone;
  refuseDoubtfulDigits(written, telephone);
  if (telephone.letters !== '') refuseDoubtfulLetters(written, telephone, isTel);

  const warnings = new WarningList();
  if (telephone.letters !== '') {
    warnings.add(
      'keypad-letters',
      `The letters of ${quoted(written)} were turned into the digits of the keypad: ${number}.`,
    );
  }
  if (telephone.trunkZeroDropped) {
    warnings.add(
      'trunk-zero-dropped',
      `The “(0)” is dialled only inside the country and was left out: ${number}.`,
    );
  }
  if (telephone.pauseDropped) {
    warnings.add('pause-dropped', 'Commas at the end were left out: nothing follows them.');
  }
  const { extension, postDial } = readParameterMeaning(telephone, options, warnings);
  if (extension !== undefined) {
    warnings.add(
      'extension-as-keys',
      `The extension ${extension} is sent as keys a second after the answer; MicroSIP cannot dial extensions otherwise.`,
    );
  }
  const dtmf = [extension, telephone.dtmf, postDial]
    .filter((keys) => keys !== undefined && keys !== '')
    .join(',');
  return {
    kind: 'number',
    commandLine: dtmf === '' ? number : `${number},${dtmf}`,
    transferText: number,
    display: dtmf === '' ? number : `${number}, then ${dtmf}`,
    name,
    number,
    international,
    extension,
    dials: { number, dtmf },
    warnings: warnings.all,
    version: options.version,
  };
}

/** Browsers percent-encode telephone links: `tel:%2306%23` is `#06#`. MicroSIP would dial the signs (facts A.6). */
function decodedNumber(text: string): string {
  if (!text.includes('%')) return text;
  const semicolon = text.indexOf(';');
  const end = semicolon < 0 ? text.length : semicolon;
  const decoded = plainTypography(percentDecoded(text.slice(0, end)));
  refuseCommands(decoded);
  return decoded + text.slice(end);
}

/** Four numbers and three dots. Telephone numbers written like this begin with a zero or have a longer group. */
function looksLikeIpv4(text: string): boolean {
  return /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/u.test(text);
}

function refuseDoubtfulLetters(text: string, telephone: TelephoneNumber, isTel: boolean): void {
  const { letters, number, international, blankBeforeLetters } = telephone;
  const isWord = letters.length >= 3;
  // RFC 3966 gives local numbers the keys A to D and more; MicroSIP has no number with them.
  const isHexadecimal = !international && /^[A-F]+$/iu.test(letters);
  const isMessage = blankBeforeLetters && letters !== letters.toUpperCase();
  if ((international || isTel) && isWord && !isHexadecimal && !isMessage) return;

  if (blankBeforeLetters) {
    refuse(
      'space',
      `${quoted(text)} has letters after a blank. MicroSIP would send what follows the blank as a chat message instead of calling. Write the number alone.`,
      /^[A-Z]{3,}$/u.test(letters) ? number : undefined,
    );
  }
  if (/^[pw]$/iu.test(letters)) {
    refuse(
      'letters',
      `${quoted(text)} has the letter ${quoted(letters)}. MicroSIP knows no letter for a pause: write a comma, and what follows is sent after the answer.`,
      /^\+?\d+[pw]\d+$/iu.test(text) ? text.replace(letters, ',') : undefined,
    );
  }
  refuse(
    'letters',
    `${quoted(text)} has letters. Write the digits of the keypad${isWord ? ` (${number})` : ''} for a telephone number, or “user@host” for a user of that name.`,
    isWord ? number : undefined,
  );
}

function refuseDoubtfulDigits(text: string, { number, international }: TelephoneNumber): void {
  if (international && /[*#]/u.test(number)) {
    refuse(
      'character',
      `The international number ${quoted(text)} holds “*” or “#”. Write digits behind the “+”.`,
    );
  }
  const digits = number.length - (international ? 1 : 0);
  const maximum = international ? maximumInternationalDigits : maximumDigits;
  if (digits > maximum) {
    refuse(
      'too-long',
      `${quoted(text)} has ${digits} digits; ${international ? 'international numbers have' : 'a number has'} at most ${maximum}. Write one number.`,
    );
  }
}

/** Parameters of RFC 3966, and `postd` of RFC 2806, which mobile telephones still write. */
function readParameterMeaning(
  telephone: TelephoneNumber,
  options: TargetOptions,
  warnings: WarningList,
): { readonly extension: string | undefined; readonly postDial: string | undefined } {
  let { extension } = telephone;
  let postDial: string | undefined;
  for (const parameter of telephone.parameters) {
    switch (parameter.name.toLowerCase()) {
      case 'ext':
        if (extension !== undefined) refuse('parameter', 'The target has two extensions. Write one.');
        extension = keysOf(parameter, /^\d+$/u);
        break;
      case 'postd':
        postDial = keysOf(parameter, /^,*[\d*#A-D][\d*#,A-D]*$/iu);
        break;
      case 'phone-context':
        refuseForeignContext(telephone, parameter, options);
        break;
      default:
        warnings.add(
          'parameter-dropped',
          `MicroSIP has no use for “;${parameter.name}” of a telephone number; it was left out.`,
        );
    }
  }
  return { extension, postDial };
}

/** Digits, `*` and `#`; the pause letter `p` of RFC 2806 is a comma, its wait letter `w` has no counterpart. */
function keysOf({ name, value = '' }: UriParameter, wanted: RegExp): string {
  const keys = value.replaceAll(/[-.()]/gu, '').replaceAll(/p/giu, ',');
  if (!wanted.test(keys)) {
    refuse('parameter', `${quoted(value)} of “;${name}=” are no keys of a telephone. Write digits.`);
  }
  return keys.replace(/,+$/u, '').toUpperCase();
}

/** A local number means something else elsewhere; it can be dialled as it is only if the account is at home there. */
function refuseForeignContext(
  { number, international }: TelephoneNumber,
  { value = '' }: UriParameter,
  { account }: TargetOptions,
): void {
  const domain = account?.domain?.replace(/:\d+$/u, '').toLowerCase();
  if (international || (domain !== undefined && value.toLowerCase() === domain)) return;
  refuse(
    'phone-context',
    `${number} is a local number of ${quoted(value)}, and MicroSIP would dial it as one of its own account. Write the full number with “+” and country code.`,
  );
}
