/**
 * Text that Markdown shows as it is. Every mark is escaped, also those that only mean something in the Markdown of some
 * (`https://…` and `101@pbx.example` become links in that of GitHub, which VS Code uses).
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
}
