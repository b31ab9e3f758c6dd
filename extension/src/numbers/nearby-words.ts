/** What the words near a number say about it. */
export type Hint = 'telephone' | 'other' | 'none';

/** Parts of words that only stand for telephones, also in compounds such as `Bestellhotline` and `faxNumber`. */
const telephoneParts =
  /hotline|phone|telef|téléph|rufnummer|handy|whatsapp|msisdn|telfax|switchboard|helpline|durchwahl|callerid|телефон|电话|電話|전화/u;

const telephoneWords = new Set(
  (
    'tel tél tlf tfno tfn phone fon mobile mobil mobiel móvil movil mob cell cellular gsm fax call calls called ' +
    'calling caller callee callback dial dials dialed dialled ring rings sms text texted pager paged anruf anrufen anrufe ruf ' +
    'rufen ruft appel appeler appelez joindre llame llamar llama chiamare chiama bel bellen ' +
    'kantoor voicemail voip landline festnetz тел моб contact kontakt ' +
    'rufumleitung direct directe direkt'
  ).split(' '),
);

const otherWords = new Set(
  (
    'id ids uid gid uuid guid oid pid tid sid key order orders invoice invoices sku isbn issn ean upc gtin ref reference ' +
    'referenz référence ticket issue issues pr hash sha sha1 sha256 md5 crc checksum digest commit rev revision serial sn ' +
    'version build builds epoch timestamp ts time date created updated modified expires account accounts customer amount ' +
    'price cost costs total sum balance salary size bytes length count port ports seed mac ip addr address ' +
    'lat lng lon latitude longitude coordinates coords location tracking parcel flight model part article chapter section ' +
    'sec page pages doi arxiv card cards license licence badge staff employee passport pin passcode zip plz postcode postal ' +
    'sector offset timeout max min limit mask color colour row col column job jobs request session transaction txn bank ' +
    'dossier facture factura facturas commande pedido cuenta kvk btw hrb osm rate bitrate range score population area abn ' +
    'acn bsb ssn ein vat tax tva siret siren dni nif cif nie blz bic iban konto kunde client matricule lizenz ust steuer ' +
    'aktenzeichen seriennummer epochs duration durationms memory mem pagesize block inode thread process partition index ' +
    'line lines case run runs step steps temperature weight width height bits frequency'
  ).split(' '),
);

/** Beginnings of words that stand for numbers of another kind. */
const otherBeginnings =
  /^(?:order|bestell|auftrag|artikel|vertrag|rechnung|kunden|konto|steuer|umsatz|seriennr|betrag|account|invoice|customer|transaction|ident|lieferschein|versicherung|postfach)/u;

/** A line before this one whose words count is not further away. */
const longestPrefix = 96;
const longestLine = 200;
const mostLines = 4;

/**
 * What the words before a number say, those of the key it belongs to before all others.
 *
 * @param reach - how many words back
 */
export function hintBefore(text: string, start: number, reach: number): Hint {
  const prefix = linePrefix(text, start);
  const key = keyOf(prefix);
  if (key !== undefined) return hintOf(wordsOf(key), 3);
  const own = hintOf(wordsOf(clauseOf(prefix)), reach);
  if (own !== 'none') return own;
  if (/\p{L}/u.test(prefix)) return hintOf(wordsOf(prefix), reach) === 'telephone' ? 'telephone' : 'none';
  return hintOf(wordsOf(headingOf(text, start - prefix.length)), 3);
}

/** What stands in brackets behind a number: `(mobile)`. */
export function hintBehind(text: string, end: number): Hint {
  const code = text.charCodeAt(end);
  if (code !== 0x20 && code !== 0x28 && code !== 0x5b) return 'none';
  const bracketed = /^ ?[([] ?(?<words>[^()[\]\n]{2,24})[)\]]/u.exec(text.slice(end, end + 32))?.groups?.[
    'words'
  ];
  return bracketed === undefined ? 'none' : hintOf(wordsOf(bracketed), 2);
}

/** What a title says: of a column, of a key. */
export function hintOfTitle(title: string): Hint {
  return hintOf(wordsOf(title), 3);
}

function linePrefix(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - longestPrefix), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** `name: `, `"name": "`, `name = '`, `<name>` right before a value. */
const keyBefore = /(?<key>[\p{L}\p{N}_.-]+)["'\])]?\s{0,3}(?::=?|=>?|>)$/u;

function keyOf(prefix: string): string | undefined {
  const key = prefix.slice(0, endWithout(prefix, ' \t["\'(`'));
  return /[:=>]$/u.test(key) ? keyBefore.exec(key.slice(-48))?.groups?.['key'] : undefined;
}

/** The words that no bracket, comma or other number parts from the number. */
function clauseOf(prefix: string): string {
  const end = endWithout(prefix, ' \t"\'`([{<');
  let start = end;
  while (start > 0 && !'0123456789,;|(){}<>[]'.includes(prefix.charAt(start - 1))) start--;
  return prefix.slice(start, end);
}

/** Where a text ends when some characters at its end are left out. */
function endWithout(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return end;
}

/** The nearest line above that has a word, when all between are values of the same list. */
function headingOf(text: string, lineStart: number): string {
  let end = lineStart;
  for (let line = 0; line < mostLines; line++) {
    if (end <= 0) return '';
    const above = linePrefix(text, end - 1).slice(-longestLine);
    if (/\p{L}/u.test(above)) return /[:=[{(>]\s*$/u.test(above) ? above : '';
    end -= above.length + 1;
  }
  return '';
}

/** The words of a text in lower case, the last one first; `phoneNumber` and `phone_number` are two. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+(?!\p{Ll})|☎|☏|📞|📱|✆/gu) ?? [];
  return words.map((word) => word.toLowerCase()).reverse();
}

function hintOf(words: readonly string[], reach: number): Hint {
  for (const word of words.slice(0, reach)) {
    if (telephoneWords.has(word) || telephoneParts.test(word) || /^[☎☏📞📱✆]/u.test(word)) return 'telephone';
    if (otherWords.has(word) || otherBeginnings.test(word)) return 'other';
  }
  return 'none';
}
