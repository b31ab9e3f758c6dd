/**
 * How the profile functions of Windows find a value, written down once more from what is known of them, the plain way:
 * character by character, from the top, for one key. It holds IniDocument to the rules.
 */
export function getPrivateProfileString(file: string, section: string, key: string): string | undefined {
  const wantedSection = fold(trim(section));
  const wantedKey = fold(trim(key));
  let here = wantedSection === '';
  for (const line of file.split(/[\r\n]/u).map(trim)) {
    const closing = line.lastIndexOf(']');
    if (line.startsWith('[') && closing > 0) {
      if (here) return undefined;
      here = fold(cString(trim(line.slice(1, closing)))) === wantedSection;
    } else if (here && line !== '' && !line.startsWith(';')) {
      const [name = '', ...rest] = line.split('=');
      if (fold(cString(trim(name))) !== wantedKey) continue;
      return rest.length === 0 ? undefined : unquote(cString(trim(rest.join('='))));
    }
  }
  return undefined;
}

function trim(text: string): string {
  // eslint-disable-next-line no-control-regex -- Ctrl-Z counts as a blank
  return text.replace(/^[\t-\r \u001a]+/u, '').replace(/[\t-\r \u001a]+$/u, '');
}

function cString(text: string): string {
  return text.split('\0')[0] ?? '';
}

function fold(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

function unquote(text: string): string {
  return /^(["'])[\s\S]*\1$/u.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
