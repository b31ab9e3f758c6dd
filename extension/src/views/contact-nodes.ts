import type { BookContact, FolderContacts } from '../contacts/book-contact.ts';
import type { Localization } from '../localization.ts';
import { remoteText } from '../remote-text.ts';
import { hoverLength } from './face-texts.ts';
import { uniqueIds } from './unique-ids.ts';
import { ViewNode, type NodeFace } from './view-node.ts';

/** What the view Contacts shows. */
export interface ShownContacts {
  readonly microsip: readonly BookContact[];
  readonly folders: readonly FolderContacts[];
}

/** More in one list are found by nobody, and take VS Code long to show; then each letter has a list of its own. */
const mostInOneList = 200;

/** What stands before the first letter of a name is short. In UTF-16 code units. */
const farthestInitial = 32;

/** Makes the entries of the view Contacts: those of MicroSIP alone in one list, else each source with its own. */
export function contactNodes(
  { folders, microsip }: ShownContacts,
  locale: string,
  l10n: Localization,
): readonly ViewNode[] {
  const own = list('microsip', microsip, locale, l10n);
  if (folders.length === 0) return own;
  return [
    ...(own.length === 0 ? [] : [group('microsip', 'MicroSIP', microsip.length, own, true, l10n)]),
    ...folders.map((folder) => folderNode(folder, locale, l10n)),
  ];
}

function folderNode(folder: FolderContacts, locale: string, l10n: Localization): ViewNode {
  const { contacts, file, problems } = folder;
  const id = `folder:${file}`;
  const nodes = list(id, contacts, locale, l10n);
  const all = problems === 0 ? nodes : [problemsNode(folder, l10n), ...nodes];
  const label = l10n.t('Workspace: {0}', remoteText(folder.folder));
  return group(id, label, contacts.length, all, true, l10n);
}

function problemsNode({ file, problems }: FolderContacts, l10n: Localization): ViewNode {
  const label =
    problems === 1 ? l10n.t('1 problem in contacts.json') : l10n.t('{0} problems in contacts.json', problems);
  return new ViewNode(`problems:${file}`, { type: 'problems', file }, () => ({
    label,
    icon: { name: 'warning', color: 'list.warningForeground' },
    spoken: label,
    kind: 'problems',
  }));
}

function list(
  id: string,
  contacts: readonly BookContact[],
  locale: string,
  l10n: Localization,
): readonly ViewNode[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const sorted = [...contacts].sort((left, right) => compare(left.name, right.name));
  const idFor = uniqueIds();
  const node = (contact: BookContact): ViewNode => {
    const identity = JSON.stringify([id, contact.name, contact.target]);
    return new ViewNode(idFor(identity), { type: 'contact', contact }, () => contactFace(contact, l10n));
  };
  if (sorted.length <= mostInOneList) return sorted.map(node);
  const byLetter = new Map<string, BookContact[]>();
  for (const contact of sorted) {
    const letter = initialOf(contact.name);
    const those = byLetter.get(letter);
    if (those === undefined) byLetter.set(letter, [contact]);
    else those.push(contact);
  }
  return [...byLetter]
    .sort(([left], [right]) => compare(left, right))
    .map(([letter, those]) => group(`${id} ${letter}`, letter, those.length, those.map(node), false, l10n));
}

function group(
  id: string,
  label: string,
  count: number,
  nodes: readonly ViewNode[],
  isExpanded: boolean,
  l10n: Localization,
): ViewNode {
  const spoken = count === 1 ? l10n.t('{0}, 1 contact', label) : l10n.t('{0}, {1} contacts', label, count);
  const face = { label, description: String(count), spoken, kind: 'group' };
  return new ViewNode(id, { type: 'group' }, () => face, { nodes, isExpanded });
}

/** The letter under which a name stands in a printed directory; what begins with none stands under `#`. */
export function initialOf(name: string): string {
  const [first = ''] = /[\p{L}\p{N}]/u.exec(name.slice(0, farthestInitial).normalize('NFD')) ?? [];
  return /\p{L}/u.test(first) ? (Array.from(first.toUpperCase())[0] ?? '#') : '#';
}

function contactFace(contact: BookContact, l10n: Localization): NodeFace {
  const number = remoteText(contact.target);
  const label = remoteText(contact.name) || number;
  return {
    label,
    description: label === number ? '' : number,
    icon: contact.starred === true ? { name: 'star-full' } : { name: 'account' },
    tooltip: tooltipOf(contact, l10n),
    spoken: [...new Set([label, number])].join(', '),
    kind: `contact.${contact.source}`,
  };
}

function tooltipOf(contact: BookContact, l10n: Localization): readonly string[] {
  const shown = (text: string | undefined): string => remoteText(text ?? '', hoverLength);
  const titled = (title: string, text: string): string => (text === '' ? '' : `${title}: ${text}`);
  const { comment, email, folder, mobile, phone } = contact;
  const lines = [
    shown(contact.name),
    shown(contact.target),
    titled(l10n.t('Phone'), shown(phone)),
    titled(l10n.t('Mobile'), shown(mobile)),
    titled(l10n.t('E-mail'), shown(email)),
    shown(comment),
    titled(l10n.t('Workspace folder'), shown(folder)),
  ];
  return [...new Set(lines.filter((line) => line !== ''))];
}
