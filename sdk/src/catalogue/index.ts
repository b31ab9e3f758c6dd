/**
 * What MicroSIP understands: every command, event hook, ini setting and URL scheme, with its versions and traps, and
 * what the web says about them. Plain data that runs in a browser.
 *
 * @module microsip-sdk/catalogue
 */
export { catalogue, type Catalogue } from './catalogue.ts';
export { catalogueAsJson, type CatalogueDocument } from './catalogue-as-json.ts';
export {
  catalogueFormatVersion,
  catalogueSchema,
  catalogueSchemaId,
  type JsonSchema,
} from './catalogue-schema.ts';
export * from './command.ts';
export { commandNamed, commands } from './commands.ts';
export type { ExpectedOutcome, FolkloreClaim, RightWay, Verdict } from './folklore-claim.ts';
export { claimAbout, folklore } from './folklore.ts';
export * from './hook.ts';
export type * from './hook-value.ts';
export { hookNamed, hooks } from './hooks.ts';
export { hookArgumentOrigins, hookPlaceholders, hookSequences, hookValueForms } from './hook-values.ts';
export * from './limit.ts';
export { limits } from './limits.ts';
export { basisMarks, markedText } from './provenance.ts';
export type { Basis, Source, Trap, VersionNote } from './provenance.ts';
export * from './reference/build-options.ts';
export * from './reference/call-log.ts';
export * from './reference/contact-attributes.ts';
export * from './reference/field-notes.ts';
export * from './reference/keyboard.ts';
export * from './reference/menu-commands.ts';
export * from './reference/tasks.ts';
export * from './reference/version-changes.ts';
export * from './reference/window-message.ts';
export * from './scheme.ts';
export { schemeNamed, schemes } from './schemes.ts';
export * from './setting.ts';
export { charactersRead, settingOf, settingSectionOf, settings } from './settings.ts';
export type { AccountSettingKey, SettingKey } from './settings.ts';
export { shortcutTypes } from './settings/list-settings.ts';
export type { ShortcutType } from './settings/shortcut-type.ts';
export type { Surprise } from './surprise.ts';
export { surprises } from './surprises.ts';
export type { Statement, Topic } from './topic.ts';
export { topics } from './topics.ts';
export * from './version.ts';
