import { MicroSipError } from '../../microsip-error.ts';

/** The sections MicroSIP writes; a UTF-8 byte order mark may be glued to the first one (facts D.2). */
const knownSection =
  /^(?:\u00EF\u00BB\u00BF)?[\t ]*\[(?:Global|Settings|Account\d+|Dialed|Calls|Shortcuts|Contacts)\]/imu;

/** What text never contains, but files in other encodings or formats do. */
// eslint-disable-next-line no-control-regex -- exactly these characters are looked for
const binary = /[\u0000-\u0008\u000E-\u001F]/u;

/**
 * Refuses a file that MicroSIP did not write and would not make sense of, so that it is never overwritten.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED`
 */
export function refuseForeignIni(path: string, text: string): void {
  if (binary.test(text) || /\p{Surrogate}/u.test(text)) {
    throw damaged(
      path,
      'holds characters that no text has: it is damaged, binary, or in an encoding MicroSIP does not know',
    );
  }
  if (text.trim() !== '' && !knownSection.test(text)) {
    throw damaged(path, 'has none of the sections that MicroSIP writes: it belongs to another program');
  }
}

function damaged(path: string, why: string): MicroSipError {
  return new MicroSipError(
    'SETTINGS_DAMAGED',
    `${path} ${why}. It was left as it is; move it away or use another data directory.`,
  );
}
