import {
  commandIds,
  type CommandEntry,
  type CommandMatch,
  type CommandStage,
  type WhenNotRunning,
} from './command.ts';
import type { ExpectedOutcome, FolkloreClaim, Verdict } from './folklore-claim.ts';
import { hookKeys, type HookEntry } from './hook.ts';
import { limitIds, type Limit } from './limit.ts';
import type { Basis } from './provenance.ts';
import type { FieldNote } from './reference/field-notes.ts';
import { schemeNames } from './scheme.ts';
import { settingSections, type SettingEntry, type SettingGroup, type SettingUnit } from './setting.ts';
import type { Topic } from './topic.ts';
import { verifiedVersions, type Support } from './version.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Names the format of the JSON export; the number at its end rises when something is taken away or renamed. */
export const catalogueSchemaId = 'urn:microsip-devkit:catalogue:1';

/** The version of the format of the JSON export. It counts changes of form, not of knowledge. */
export const catalogueFormatVersion = 1;

const text: JsonSchema = { type: 'string' };
const sentence: JsonSchema = { type: 'string', minLength: 1 };
const integer: JsonSchema = { type: 'integer' };
const boolean: JsonSchema = { type: 'boolean' };

const oneOf = (values: readonly string[]): JsonSchema => ({ enum: values });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const setOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items, uniqueItems: true });
const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** An object with exactly these properties. */
function record(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const perVersion = (value: JsonSchema): JsonSchema =>
  record(Object.fromEntries(verifiedVersions.map((version) => [version, value])));

const versions: JsonSchema = { ...setOf(oneOf(verifiedVersions)), minItems: 1 };
const sources: JsonSchema = { ...listOf(reference('source')), minItems: 1 };
const differences = listOf(reference('versionNote'));
const traps = listOf(reference('trap'));
const basis = reference('basis');
const available = reference('availability');
const verdict = oneOf(['true', 'partly', 'false'] satisfies Verdict[]);
const factsSection: JsonSchema = {
  type: 'string',
  pattern: '^(0|[A-N](\\.[0-9]+)?)$',
  description: 'A section of the facts sheet; in section K, a row.',
};

const settingType: JsonSchema = {
  oneOf: [
    record({ kind: { const: 'boolean' } }),
    record(
      { kind: { const: 'integer' } },
      {
        minimum: integer,
        maximum: integer,
        unit: oneOf(['s', 'percent', 'pixels', 'port', 'unix-seconds', 'calls'] satisfies SettingUnit[]),
      },
    ),
    record({ kind: { const: 'text' } }, { maximumCharacters: integer }),
    record({
      kind: { const: 'enumeration' },
      values: {
        ...listOf(record({ value: text, meaning: sentence }, { basis, availability: available })),
        minItems: 2,
      },
    }),
    record({ kind: { const: 'list' }, separator: sentence }, { maximumCharacters: integer }),
    record({ kind: { const: 'device' } }),
    record({ kind: { const: 'command' }, maximumCharacters: integer }),
    record({ kind: { const: 'record' }, separator: sentence, fields: setOf(sentence) }),
  ],
};

const definitions: Readonly<Record<string, JsonSchema>> = {
  basis: {
    ...oneOf(['verified', 'inferred', 'field'] satisfies Basis[]),
    description: 'Read in the source or seen when it ran; concluded; testimony from production.',
  },
  availability: record(
    { verified: perVersion(oneOf(['yes', 'partly', 'no', 'unknown'] satisfies Support[])) },
    { since: reference('version'), removedIn: reference('version') },
  ),
  version: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+){1,3}$' },
  source: record({ facts: factsSection }, { code: { ...listOf(sentence), minItems: 1 } }),
  versionNote: record({ versions, text: sentence }),
  trap: record({ text: sentence, basis, facts: factsSection }, { versions }),
  command: record(
    {
      id: oneOf(commandIds),
      title: sentence,
      area: oneOf(['calls', 'audio', 'accounts', 'window', 'program'] satisfies CommandEntry['area'][]),
      stage: oneOf(['starting-process', 'msip', 'text'] satisfies CommandStage[]),
      token: text,
      match: oneOf(['whole-tail', 'exact', 'prefix', 'anywhere', 'otherwise'] satisfies CommandMatch[]),
      syntax: sentence,
      example: text,
      availability: available,
      effect: sentence,
      precondition: sentence,
      otherwise: sentence,
      whenNotRunning: oneOf(['starts', 'starts-then-handles', 'ends', 'resets'] satisfies WhenNotRunning[]),
      raisesWindow: boolean,
      differences,
      traps,
      basis,
      sources,
    },
    {
      argument: record({
        name: sentence,
        description: sentence,
        extent: oneOf(['to-end', 'to-first-space']),
      }),
      whenUnavailable: oneOf(['dialled']),
    },
  ),
  scheme: record({
    scheme: oneOf(schemeNames),
    token: sentence,
    stripped: available,
    registeredByInstaller: available,
    effect: sentence,
    example: sentence,
    traps,
    basis,
    sources,
  }),
  hook: record({
    key: oneOf(hookKeys),
    title: sentence,
    when: sentence,
    direction: oneOf(['outgoing', 'incoming', 'both'] satisfies HookEntry['direction'][]),
    blocks: oneOf(['interface', 'sip'] satisfies HookEntry['blocks'][]),
    argument: oneOf(['user', 'user-or-domain'] satisfies HookEntry['argument'][]),
    placeholders: available,
    availability: available,
    differences,
    traps,
    basis,
    sources,
  }),
  setting: record(
    {
      section: oneOf(settingSections),
      key: sentence,
      group: oneOf([
        'window',
        'program',
        'audio',
        'video',
        'network',
        'incoming',
        'automation',
        'directory',
        'accounts',
        'account',
        'history',
      ] satisfies SettingGroup[]),
      type: settingType,
      meaning: sentence,
      role: oneOf(['preference', 'state'] satisfies SettingEntry['role'][]),
      read: oneOf(['start', 'on-demand'] satisfies SettingEntry['read'][]),
      secret: boolean,
      availability: available,
      differences,
      traps,
      basis,
      sources,
    },
    {
      keyRange: { type: 'array', items: integer, minItems: 2, maxItems: 2 },
      default: text,
      quotedWhenSaved: available,
    },
  ),
  limit: record({
    value: { type: 'number', exclusiveMinimum: 0 },
    unit: oneOf([
      'ms',
      's',
      'days',
      'characters',
      'bytes',
      'entries',
      'digits',
      'percent',
    ] satisfies Limit['unit'][]),
    meaning: sentence,
    basis,
    sources,
  }),
  claim: {
    ...record(
      {
        id: sentence,
        claim: sentence,
        believedIn: sentence,
        about: oneOf([
          'command-line',
          'links',
          'hooks',
          'settings',
          'interfaces',
          'program',
        ] satisfies FolkloreClaim['about'][]),
        verdict,
        verdicts: perVersion(verdict),
        truth: sentence,
        differences,
        rightWay: record(
          { text: sentence, commands: setOf(oneOf(commandIds)), kit: setOf(sentence) },
          { hooks: setOf(oneOf(hookKeys)), settings: setOf(sentence) },
        ),
        basis,
        sources,
      },
      {
        example: sentence,
        expectation: perVersion(
          oneOf([
            'works',
            'dialled',
            'chat-message',
            'invalid-address',
            'nothing',
          ] satisfies ExpectedOutcome[]),
        ),
      },
    ),
    dependentRequired: { example: ['expectation'], expectation: ['example'] },
  },
  surprise: record(
    {
      facts: { type: 'string', pattern: '^K\\.[0-9]+$' },
      title: sentence,
      text: sentence,
      basis,
      about: {
        ...record(
          {},
          {
            commands: setOf(oneOf(commandIds)),
            hooks: setOf(oneOf(hookKeys)),
            settings: setOf(sentence),
            topics: setOf(sentence),
          },
        ),
        minProperties: 1,
      },
    },
    { remedy: sentence, versions },
  ),
  topic: record({
    id: sentence,
    title: sentence,
    area: oneOf(['command-line', 'hooks', 'files', 'calls', 'network', 'program'] satisfies Topic['area'][]),
    statements: {
      ...listOf(record({ text: sentence, basis, facts: factsSection }, { versions, code: listOf(sentence) })),
      minItems: 1,
    },
  }),
};

/** The JSON Schema (draft 2020-12) of what `catalogueAsJson` gives. */
export const catalogueSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: catalogueSchemaId,
  title: 'Catalogue of MicroSIP',
  description: "MicroSIP's commands, event hooks, settings and URL schemes, and what is said about them.",
  ...record({
    $schema: { const: catalogueSchemaId },
    formatVersion: { const: catalogueFormatVersion },
    versions: { const: verifiedVersions },
    commands: listOf(reference('command')),
    schemes: listOf(reference('scheme')),
    hooks: listOf(reference('hook')),
    hookPlaceholders: listOf(
      record({
        token: sentence,
        meaning: sentence,
        encoded: boolean,
        useful: boolean,
        secret: boolean,
        basis,
      }),
    ),
    hookValueForms: listOf(record({ line: sentence, works: boolean, explanation: sentence })),
    hookSequences: listOf(record({ course: sentence, hooks: setOf(oneOf(hookKeys)) }, { versions })),
    hookArgumentOrigins: listOf(
      record({ origin: sentence, characters: sentence, basis, source: reference('source') }, { versions }),
    ),
    settings: listOf(reference('setting')),
    shortcutTypes: listOf(record({ type: sentence, meaning: sentence, availability: available, basis })),
    limits: record(Object.fromEntries(limitIds.map((id) => [id, reference('limit')]))),
    folklore: listOf(reference('claim')),
    surprises: listOf(reference('surprise')),
    topics: listOf(reference('topic')),
    tasks: listOf(record({ want: sentence, commands: listOf(oneOf(commandIds)) }, { remark: sentence })),
    windowMessage: record({
      windowClass: sentence,
      message: sentence,
      synchronous: integer,
      asynchronous: integer,
      encoding: sentence,
      zeroTerminated: boolean,
      accepted: integer,
      refused: integer,
    }),
    menuCommands: listOf(record({ name: sentence, id: integer, meaning: sentence, availability: available })),
    keyboardShortcuts: listOf(record({ keys: sentence, meaning: sentence, availability: available })),
    callLog: record({
      columns: listOf(record({ column: sentence, meaning: sentence }, { trap: sentence })),
      types: { type: 'object', additionalProperties: integer },
      csvHeader: sentence,
    }),
    contactAttributes: listOf(record({ attribute: sentence, kind: oneOf(['text', 'boolean']) })),
    buildOptions: listOf(record({ macro: sentence, meaning: sentence, seenIn: sentence })),
    fieldNotes: listOf(
      record(
        {
          observation: sentence,
          agreement: oneOf([
            'agrees',
            'contradicts',
            'plausible',
            'not-checked',
            'outside-microsip',
          ] satisfies FieldNote['agreement'][]),
        },
        { remark: sentence },
      ),
    ),
    versionChanges: listOf(record({ feature: sentence, availability: available })),
  }),
  $defs: definitions,
};
