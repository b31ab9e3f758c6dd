import type { Command } from 'commander';

import { placeOf } from '../../../docs-site/reference/places.mts';
import {
  catalogue,
  markedText,
  type Basis,
  type Trap,
  type VersionNote,
} from '../../../sdk/src/catalogue/index.ts';
import { knownFindings } from '../../../sdk/src/diagnosis/index.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { errorCodes } from '../error-codes.ts';

/** Something that has to have a place on the site. */
export interface Expected {
  /** For the message when it is missing. */
  readonly what: string;
  /** Its page, and its anchor where it has one. */
  readonly address: string;
  /** What has to stand on that page. */
  readonly texts: readonly string[];
}

/** What follows something that was not read in the source. */
function marked(text: string, basis: Basis): string {
  return markedText({ text, basis });
}

/** A statement as the site shows it: its versions and how it is known follow it. */
function statementOf({ basis, text, versions }: Trap): string {
  const holds =
    versions === undefined || versions.length === catalogue.versions.length ? '' : `(${versions.join(', ')})`;
  return marked(`${text}${holds}`, basis);
}

const notesOf = (notes: readonly VersionNote[]): readonly string[] =>
  notes.map(({ text, versions }) => `${versions.join(', ')}: ${text}`);

const commandLine = '/reference/command-line';
const eventHooks = '/reference/event-hooks';
const files = '/reference/files';

const one = (what: string, address: string, ...texts: readonly string[]): Expected => ({
  what,
  address,
  texts,
});

/** What the site has to show of each part of the catalogue. A part that is new to the catalogue is missing here. */
export const expectedOfCatalogue: {
  readonly [Part in keyof typeof catalogue]: () => readonly Expected[];
} = {
  versions: () => catalogue.versions.map((version) => one(version, '/reference/versions', version)),
  commands: () =>
    catalogue.commands.flatMap((entry) => [
      one(
        `/${entry.id} in the surface`,
        commandLine,
        `${entry.syntax === '(nothing)' ? '' : entry.syntax}${entry.title}`,
      ),
      one(
        entry.id,
        placeOf.command(entry.id),
        entry.syntax,
        marked(entry.effect, entry.basis),
        entry.precondition,
        ...(entry.precondition.startsWith('None') ? [] : [entry.otherwise]),
        `microsip.exe ${entry.example}`,
        ...(entry.argument === undefined ? [] : [entry.argument.description]),
        ...notesOf(entry.differences),
        ...entry.traps.map(statementOf),
        ...entry.sources.flatMap(({ code = [] }) => code),
      ),
    ]),
  schemes: () =>
    catalogue.schemes.map((entry) =>
      one(
        entry.token,
        placeOf.scheme(entry.scheme),
        marked(entry.effect, entry.basis),
        entry.example,
        ...entry.traps.map(statementOf),
      ),
    ),
  hooks: () =>
    catalogue.hooks.map((entry) =>
      one(
        entry.key,
        placeOf.hook(entry.key),
        marked(entry.when, entry.basis),
        ...notesOf(entry.differences),
        ...entry.traps.map(statementOf),
      ),
    ),
  hookPlaceholders: () =>
    catalogue.hookPlaceholders.map(({ basis, meaning, token }) =>
      one(token, `${eventHooks}#placeholders`, `${token}${marked(meaning, basis)}`),
    ),
  hookValueForms: () =>
    catalogue.hookValueForms.map(({ explanation, line }) =>
      one(line, `${eventHooks}#hook-values`, line, explanation),
    ),
  hookSequences: () =>
    catalogue.hookSequences.map(({ course, hooks }) =>
      one(course, `${eventHooks}#hook-order`, course, hooks.join('→')),
    ),
  hookArgumentOrigins: () =>
    catalogue.hookArgumentOrigins.map(({ basis, characters, origin }) =>
      one(origin, `${eventHooks}#hook-argument`, origin, marked(characters, basis)),
    ),
  settings: () =>
    catalogue.settings.flatMap((entry) => [
      one(`${entry.key} by name`, '/reference/settings', entry.key),
      one(
        entry.key,
        placeOf.setting(entry),
        marked(entry.meaning, entry.basis),
        `[${entry.section}]`,
        ...(entry.default === undefined || entry.default === '' ? [] : [`Default: ${entry.default}`]),
        ...(entry.type.kind === 'enumeration'
          ? entry.type.values.flatMap(({ basis = 'verified', meaning, value }) => [
              value,
              marked(meaning, basis),
            ])
          : []),
        ...notesOf(entry.differences),
        ...entry.traps.map(statementOf),
      ),
    ]),
  shortcutTypes: () =>
    catalogue.shortcutTypes.map(({ basis, meaning, type }) =>
      one(type, '/reference/settings/window#shortcut-types', `${type}${marked(meaning, basis)}`),
    ),
  limits: () =>
    Object.entries(catalogue.limits).map(([id, { basis, meaning, unit, value }]) =>
      one(
        id,
        placeOf.limit(id as keyof typeof catalogue.limits),
        `${value.toLocaleString('en')} ${unit}`,
        marked(meaning, basis),
      ),
    ),
  folklore: () =>
    catalogue.folklore.map((claim) =>
      one(
        claim.id,
        placeOf.claim(claim),
        claim.claim,
        marked(claim.truth, claim.basis),
        claim.rightWay.text,
        ...(claim.example === undefined ? [] : [`What microsip.exe ${claim.example} does:`]),
        ...notesOf(claim.differences),
      ),
    ),
  surprises: () =>
    catalogue.surprises.map((surprise) =>
      one(
        surprise.facts,
        placeOf.surprise(surprise),
        surprise.title,
        statementOf(surprise),
        ...(surprise.remedy === undefined ? [] : [surprise.remedy]),
      ),
    ),
  topics: () =>
    catalogue.topics.map((topic) =>
      one(topic.id, placeOf.topic(topic), topic.title, ...topic.statements.map(statementOf)),
    ),
  tasks: () => catalogue.tasks.map(({ remark = '', want }) => one(want, commandLine, want, remark)),
  windowMessage: () => [
    one(
      'window message',
      '/reference/command-line/how-it-arrives#window-message',
      catalogue.windowMessage.windowClass,
      catalogue.windowMessage.message,
      catalogue.windowMessage.encoding,
    ),
  ],
  menuCommands: () =>
    catalogue.menuCommands.map(({ id, meaning, name }) =>
      one(name, '/reference/other-interfaces#menu-ids', `${name} = ${id}${meaning}`),
    ),
  keyboardShortcuts: () =>
    catalogue.keyboardShortcuts.map(({ keys, meaning }) =>
      one(keys, '/reference/other-interfaces#keys', `${keys}${meaning}`),
    ),
  callLog: () => [
    ...catalogue.callLog.columns.map(({ column, meaning, trap = '' }) =>
      one(column, `${files}#call-log-columns`, `${column}${meaning}${trap}`),
    ),
    ...Object.values(catalogue.callLog.types).map((type) =>
      one(`type ${type}`, `${files}#call-log-types`, String(type)),
    ),
    one('CSV header', `${files}#call-log-csv`, catalogue.callLog.csvHeader),
  ],
  contactAttributes: () =>
    catalogue.contactAttributes.map(({ attribute }) => one(attribute, `${files}#contacts`, attribute)),
  buildOptions: () =>
    catalogue.buildOptions.map(({ macro, meaning, seenIn }) =>
      one(macro, '/reference/custom-builds', `${macro}${meaning}${seenIn}`),
    ),
  fieldNotes: () =>
    catalogue.fieldNotes.map(({ observation, remark = '' }) =>
      one(observation, '/reference/seen-in-production', observation, remark),
    ),
  versionChanges: () =>
    catalogue.versionChanges.map(({ feature }) => one(feature, '/reference/versions', feature)),
};

/** Every finding of the doctor, where the finding itself says it is told about, with what to do. */
export function expectedOfDoctor(): readonly Expected[] {
  return knownFindings.map(({ code, remedies, title }) =>
    one(code, `/reference/doctor#${code}`, code, title, ...remedies),
  );
}

/** Every error code, where the error itself says it is told about. */
export function expectedOfErrors(): readonly Expected[] {
  return errorCodes().map((code) => one(code, new MicroSipError(code, '').docsPath, code));
}

/** Every command of the kit, every argument and every option, from the definition of the command. */
export function expectedOfKit(program: Command): readonly Expected[] {
  const overview = '/reference/microsip';
  return [
    ...program.options.map((option) =>
      one(option.flags, `${overview}#${option.name()}`, option.flags, option.description),
    ),
    ...program.commands.flatMap((command) => {
      const group = command.helpGroup().replace(/:$/u, '');
      const page = `${overview}/${group.toLowerCase().replaceAll(' ', '-')}`;
      return expectedOfCommand(command, command.name(), page);
    }),
  ];
}

function expectedOfCommand(command: Command, name: string, page: string): readonly Expected[] {
  const anchor = name.replaceAll(' ', '-');
  return [
    one(
      `microsip ${name}`,
      `${page}#${anchor}`,
      `microsip ${name}`,
      command.description(),
      ...command.registeredArguments.flatMap((argument) => [
        argument.name(),
        argument.description,
        ...(argument.argChoices ?? []),
      ]),
    ),
    one(`microsip ${name} in the overview`, '/reference/microsip', `microsip ${name}`),
    ...command.options.map((option) =>
      one(
        `microsip ${name} ${option.flags}`,
        `${page}#${anchor}-${(option.long ?? '').replace(/^--/u, '')}`,
        option.flags,
        option.description,
      ),
    ),
    ...command.commands.flatMap((below) => expectedOfCommand(below, `${name} ${below.name()}`, page)),
  ];
}
