import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { BookContact } from '../../../extension/src/contacts/book-contact.ts';
import { contactNodes, initialOf } from '../../../extension/src/views/contact-nodes.ts';
import type { ViewNode } from '../../../extension/src/views/view-node.ts';
import { english } from '../../support/extension/english.ts';
import { hostileText } from '../../support/extension/seen-phones.ts';

function own(name: string, target = '101'): BookContact {
  return { source: 'microsip', name, target };
}

function folderWith(names: readonly string[], problems = 0) {
  const contacts = names.map((name): BookContact => ({
    source: 'workspace',
    folder: 'app',
    name,
    target: '1',
  }));
  return { folder: 'app', file: 'file:///app/.vscode/contacts.json', contacts, problems };
}

/** The entries as a person sees them, those below others indented. */
function outline(nodes: readonly ViewNode[], indent = ''): string[] {
  return nodes.flatMap(({ children = [], face }) => [
    `${indent}${face.label}`,
    ...outline(children, `${indent}  `),
  ]);
}

function all(nodes: readonly ViewNode[]): readonly ViewNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
}

describe('the contacts in their view', () => {
  it('are one list by name where they are all of MicroSIP', () => {
    const microsip = ['Zoë', 'ada', 'Bob 10', 'Bob 9'].map((name) => own(name));
    assert.deepEqual(outline(contactNodes({ microsip, folders: [] }, 'en', english)), [
      'ada',
      'Bob 9',
      'Bob 10',
      'Zoë',
    ]);
  });

  it('stand under where they come from when the workspace has some, with what is wrong first', () => {
    const nodes = contactNodes({ microsip: [own('Ada')], folders: [folderWith(['Bob'], 2)] }, 'en', english);
    assert.deepEqual(outline(nodes), [
      'MicroSIP',
      '  Ada',
      'Workspace: app',
      '  2 problems in contacts.json',
      '  Bob',
    ]);
    assert.ok(nodes.every(({ isExpanded }) => isExpanded));
  });

  it('say of a file that it has no contact, instead of nothing', () => {
    const nodes = contactNodes({ microsip: [], folders: [folderWith([])] }, 'en', english);
    assert.deepEqual(
      nodes.map(({ face }) => [face.label, face.spoken]),
      [['Workspace: app', 'Workspace: app, 0 contacts']],
    );
  });

  it('stand under their letters where they are many, none of them twice and none left out', () => {
    const microsip = Array.from({ length: 10_000 }, (_, index) =>
      own(`${String.fromCodePoint(0x41 + (index % 26))}name ${index}`),
    );
    const nodes = contactNodes({ microsip, folders: [] }, 'en', english);
    assert.equal(nodes.length, 26);
    assert.ok(nodes.every(({ isExpanded }) => !isExpanded));
    const contacts = all(nodes).filter(({ subject }) => subject.type === 'contact');
    assert.equal(new Set(contacts.map(({ id }) => id)).size, 10_000);
  });

  it('find the letter of a name in any script', () => {
    assert.deepEqual(['ada', 'Äpfel', '  (Bob)', 'Жанна', '9to5', '', '\u202e', '王'].map(initialOf), [
      'A',
      'A',
      'B',
      'Ж',
      '#',
      '#',
      '#',
      '王',
    ]);
  });

  it('are harmless whatever they are called, and told apart even if they are called the same', () => {
    const contact = fc.record({
      source: fc.constantFrom('microsip', 'workspace'),
      name: hostileText,
      target: hostileText,
      comment: hostileText,
      mobile: hostileText,
    });
    fc.assert(
      fc.property(fc.array(contact), fc.array(contact), (microsip, contacts) => {
        const folders = [{ ...folderWith([]), folder: '$(bug)', contacts }];
        const nodes = all(contactNodes({ microsip, folders }, 'en', english));
        assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
        for (const { face } of nodes) {
          for (const text of [face.label, face.description ?? '', face.spoken, ...(face.tooltip ?? [])]) {
            assert.doesNotMatch(text, /\$\(|\]\(|[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e]/u);
          }
        }
      }),
    );
  });
});
