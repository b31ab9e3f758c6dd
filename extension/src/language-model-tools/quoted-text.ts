/**
 * Text of any origin in Markdown, where it is shown as it is. A dialog of VS Code turns Markdown into plain text and
 * leaves the backslashes of escaped marks in it; a code span has none.
 */
export function quotedText(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  // There is no empty code span.
  if (line.trim() === '') return '“”';
  const longestRun = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  // One blank on each side belongs to the marks, and keeps backticks of the text from them.
  const padding = /^[` ]|[` ]$/u.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** The same for sentences, which stay prose as long as no character of theirs can be a mark, and no word an address. */
export function quotedProse(text: string): string {
  return /^\p{L}[\p{L}\p{N} .,:;?()“”’'"+-]*$/u.test(text) && !/www\.|:\/\/|\.\p{L}/iu.test(text)
    ? text
    : quotedText(text);
}
