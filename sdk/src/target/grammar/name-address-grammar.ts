import { quoted, refuse } from '../target-refused-error.ts';
import { TextCursor } from './text-cursor.ts';

/** An address and the display name in front of it. */
export interface NameAddress {
  readonly name: string | undefined;
  readonly address: string;
}

/**
 * `name-addr` of RFC 3261 (`"Bob" <sip:bob@host>`, `Bob <…>`, `<…>`), or an address without brackets. Display names
 * may hold what the RFC does not allow without quotation marks, since people write `Jörg <…>`.
 */
export function readNameAddress(text: string): NameAddress {
  if (!text.includes('<') && !text.includes('"')) return { name: undefined, address: text };

  const cursor = new TextCursor(text);
  const name = cursor.here === '"' ? readQuotedString(cursor) : readUnquotedName(cursor);
  if (!cursor.take('<')) {
    refuse(
      'syntax',
      `${quoted(text)} has a quotation mark without an address in “<…>” after it. Write the number or address alone.`,
    );
  }
  const end = text.indexOf('>', cursor.position);
  if (end !== text.length - 1) {
    refuse(
      'syntax',
      end < 0
        ? `The “<” in ${quoted(text)} is not closed. Write “Name <sip:user@host>”.`
        : `${quoted(text.slice(end + 1))} follows the address in “<…>”. End the target with the “>”.`,
    );
  }
  return { name: name === '' ? undefined : name, address: text.slice(cursor.position, end) };
}

/** `quoted-string` and the blanks after it. */
function readQuotedString(cursor: TextCursor): string {
  let content = '';
  cursor.take('"');
  while (!cursor.take('"')) {
    cursor.take('\\');
    if (cursor.atEnd) {
      refuse(
        'syntax',
        `A quotation mark in ${quoted(cursor.text)} is not closed. Write the number or address without any.`,
      );
    }
    content += cursor.here;
    cursor.position++;
  }
  while (cursor.take(' '));
  return content;
}

/** Words and blanks. A colon or slash would make it a scheme or a command in front of an address. */
function readUnquotedName(cursor: TextCursor): string {
  const end = cursor.text.search(/["<]/u);
  const name = cursor.text.slice(0, end).trim();
  const special = /[^\p{L}\p{M}\p{N} .!%*_+`'’~&|-]/u.exec(name)?.[0];
  if (special !== undefined) {
    refuse(
      'syntax',
      `${quoted(special)} cannot stand in front of the address in “<…>” of ${quoted(cursor.text)}. Write the address alone, or the name in quotation marks.`,
    );
  }
  cursor.position = end;
  return name;
}
