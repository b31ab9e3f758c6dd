const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML, between tags or in a quoted attribute. ASCII only, whatever the page's encoding is. */
export function htmlText(text: string): string {
  return text
    .replaceAll(/[&<>"']/gu, (character) => references[character] ?? '')
    .replaceAll(/[^ -~]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}
