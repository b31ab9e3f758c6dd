import assert from 'node:assert/strict';

import { catalogue } from '../../../sdk/src/catalogue/catalogue.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';

/** Every object in the catalogue, deep. */
function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Readonly<Record<string, unknown>>;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

const objects = [...objectsIn(catalogue)];

const citations = new Set(objects.flatMap(({ facts }) => (typeof facts === 'string' ? [facts] : [])));

describe('the facts behind the catalogue', () => {
  it('are cited from every section that states any', () => {
    const sections = [
      ...['0', 'A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10', 'A.11'],
      ...[
        'B',
        'B.1',
        'B.2',
        'C.1',
        'C.2',
        'C.3',
        'C.4',
        'C.5',
        'D.1',
        'D.2',
        'D.3',
        'D.4',
        'D.5',
        'D.6',
        'D.7',
      ],
      ...['E', 'F.1', 'F.2', 'F.3', 'F.4', 'G', 'H', 'I', 'J', 'L', 'M', 'N'],
    ];
    assert.deepEqual(
      sections.filter((section) => !citations.has(section)),
      [],
    );
  });

  it('have every surprise in their order', () => {
    assert.deepEqual(
      catalogue.surprises.map(({ facts }) => facts),
      Array.from({ length: 35 }, (_, index) => `K.${index + 1}`),
    );
  });

  it('never cite a surprise that does not exist', () => {
    const rows = new Set<string>(catalogue.surprises.map(({ facts }) => facts));
    assert.deepEqual(
      [...citations].filter((citation) => citation.startsWith('K.') && !rows.has(citation)),
      [],
    );
  });

  it('are given by every command, scheme, hook, setting, limit and claim', () => {
    const entries = [
      ...catalogue.commands,
      ...catalogue.schemes,
      ...catalogue.hooks,
      ...catalogue.settings,
      ...Object.values(catalogue.limits),
      ...catalogue.folklore,
    ];
    for (const entry of entries) assert.ok(entry.sources.length > 0, JSON.stringify(entry));
  });

  it('answer for all four versions wherever they speak of versions', () => {
    const verified = objects.flatMap((object) => ('verified' in object ? [object['verified']] : []));
    assert.ok(verified.length > 150);
    for (const answers of verified) {
      assert.deepEqual(Object.keys(answers as object), [...verifiedVersions]);
    }
  });

  it('lead from every surprise to entries that exist', () => {
    const names = {
      commands: new Set<string>(catalogue.commands.map(({ id }) => id)),
      hooks: new Set<string>(catalogue.hooks.map(({ key }) => key)),
      settings: new Set(catalogue.settings.map(({ key }) => key)),
      topics: new Set(catalogue.topics.map(({ id }) => id)),
    };
    for (const { facts, about } of catalogue.surprises) {
      for (const kind of ['commands', 'hooks', 'settings', 'topics'] as const) {
        for (const name of about[kind] ?? []) assert.ok(names[kind].has(name), `${facts}: ${kind} ${name}`);
      }
    }
  });

  it('have topics and settings whose names are their own', () => {
    const ids = catalogue.topics.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('are written as sentences', () => {
    const sentenceKeys = [
      'text',
      'effect',
      'precondition',
      'otherwise',
      'meaning',
      'when',
      'truth',
      'claim',
    ] as const;
    const unfinished = objects.flatMap((object) =>
      sentenceKeys.flatMap((key) => {
        const value = object[key];
        return typeof value === 'string' && !/[.…]$/u.test(value) ? [value] : [];
      }),
    );
    assert.deepEqual(unfinished, []);
  });
});
