import { ALPHANUMERIC, isOf } from './grammar/character-class.ts';
import { readPostDial } from './grammar/post-dial-grammar.ts';
import { TextCursor } from './grammar/text-cursor.ts';
import { quoted, refuse } from './target-refused-error.ts';
import { WarningList } from './target-warnings.ts';
import type { AccountUserTarget, TargetOptions } from './target.ts';

/**
 * A name without a host, such as `alice`: MicroSIP calls the user of that name at the account's domain.
 *
 * @param isSip - whether it came with `sip:`; there, RFC 3261 reads a name without `@` as a host
 */
export function readAccountUserTarget(
  text: string,
  isSip: boolean,
  name: string | undefined,
  options: TargetOptions,
): AccountUserTarget {
  const cursor = new TextCursor(text);
  while (isNameCharacter(text.charCodeAt(cursor.position))) cursor.position++;
  const user = text.slice(0, cursor.position);
  const { dtmf, pauseDropped } = readPostDial(cursor);
  if (!cursor.atEnd) refuseCharacter(cursor);
  if (user.toLowerCase() === 'localhost' || (isSip && user.includes('.'))) {
    refuse(
      'bare-host',
      `${quoted(user)} is a host. MicroSIP would call a user of that name at its account’s domain. Write “sip:user@${user}”.`,
    );
  }

  const warnings = new WarningList();
  const domain = options.account?.domain ?? 'the account’s domain';
  warnings.add(
    'account-user',
    `${quoted(user)} is dialled as a user of ${domain}. Write “user@host” for anyone else.`,
  );
  if (pauseDropped) warnings.add('pause-dropped', 'Commas at the end were left out: nothing follows them.');
  return {
    kind: 'account-user',
    commandLine: dtmf === '' ? user : `${user},${dtmf}`,
    transferText: user,
    display: dtmf === '' ? user : `${user}, then ${dtmf}`,
    name,
    user,
    dials: { number: user, dtmf },
    warnings: warnings.all,
    version: options.version,
  };
}

function isNameCharacter(code: number): boolean {
  return isOf(code, ALPHANUMERIC) || code === 0x2d || code === 0x2e || code === 0x5f;
}

function refuseCharacter({ text, character }: TextCursor): never {
  switch (character) {
    case ' ':
      return refuse(
        'space',
        `${quoted(text)} has a blank. MicroSIP would send what follows it as a chat message instead of calling. Write one number or address.`,
      );
    case ':':
      return refuse(
        'scheme',
        `${quoted(text)} has a colon, so it has two schemes or is a host. Write one scheme, or “sip:user@host:5060”.`,
      );
    case ';':
      return refuse(
        'parameter',
        `Parameters need a host: MicroSIP would dial the “;” of ${quoted(text)} as part of the name. Write “sip:user@host;name=value”.`,
      );
    case '?':
      return refuse(
        'header',
        `Headers need a host: MicroSIP would dial the “?” of ${quoted(text)} as part of the name. Write “sip:user@host?Name=value”.`,
      );
    default:
      return refuse(
        'character',
        `A user’s name cannot hold ${quoted(character)}, as ${quoted(text)} does. Write “sip:user@host”, percent-encoded where needed.`,
      );
  }
}
