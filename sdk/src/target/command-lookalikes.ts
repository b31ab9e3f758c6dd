import { quoted, refuse } from './target-refused-error.ts';

/**
 * Refuses what MicroSIP obeys instead of dialling, or would if one character went missing: slash commands (facts
 * A.4), `msip:` (facts A.3), and `/account:` and `/password:`, which it looks for anywhere in the text (facts A.5).
 * MicroSIP compares most of them with their case; a text that differs only in that is no number either.
 */
export function refuseCommands(text: string): void {
  if (text.startsWith('/')) refuseSlash(text);
  if (text.length >= 5 && text.slice(0, 5).toLowerCase() === 'msip:') {
    refuse(
      'command',
      `${quoted(text)} is a command to MicroSIP, not something to dial. Send it as a command.`,
    );
  }
  if (text.includes('/') || text.includes('%')) refuseAccountCommands(text);
}

/** Refuses a slash in first place: MicroSIP looks for slash commands once a URL scheme is off (facts A.11). */
export function refuseSlash(text: string): void {
  if (!text.startsWith('/')) return;
  refuse(
    'command',
    `${quoted(text)} begins with “/” where MicroSIP looks for a command. Send commands as commands, and write targets without a leading slash.`,
  );
}

function refuseAccountCommands(text: string): void {
  const decoded = fullyDecoded(text).toLowerCase();
  if (decoded.includes('/account:')) {
    refuse(
      'account-switch',
      `${quoted(text)} holds “/account:”, with which MicroSIP would switch its account. Switch accounts with a command of its own, then dial.`,
    );
  }
  if (decoded.includes('/password:')) {
    refuse(
      'password',
      `${quoted(text)} holds “/password:”, with which MicroSIP would set a password. Leave it out.`,
    );
  }
}

/** However often a text was percent-encoded on its way, and byte by byte, so that nothing malformed hides the rest. */
function fullyDecoded(text: string): string {
  let current = text;
  for (;;) {
    const decoded = current.replaceAll(/%([0-9A-Fa-f]{2})/gu, (_escape, hexadecimal: string) =>
      String.fromCharCode(Number.parseInt(hexadecimal, 16)),
    );
    if (decoded === current) return current;
    current = decoded;
  }
}
