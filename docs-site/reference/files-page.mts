import { callLogColumns, callLogCsvHeader, callLogTypes, contactAttributes } from 'microsip-sdk/catalogue';

import { blocks, code, codeBlock, page, table, text } from './markdown.mts';
import { topicSection } from './statements.mts';
import { topicNamed } from './topic-named.mts';

/** The page of what MicroSIP keeps on disk. */
export function filesPage(): string {
  return page(
    {
      slug: '/reference/files',
      title: 'Files',
      description:
        'Where MicroSIP keeps its ini, log, call history, contacts and recordings, how they are encoded, and when they may be read or changed.',
    },
    `All that MicroSIP keeps is in a few files. What is changed in them while it runs is overwritten,
or lost; the call history is read in short transactions. [Where MicroSIP is](/where-microsip-is) tells how the kit finds them.`,
    topicSection(topicNamed('ini-location')),
    topicSection(topicNamed('ini-encoding')),
    topicSection(topicNamed('ini-life')),
    topicSection(
      topicNamed('call-history'),
      blocks(
        '### Columns of `call_log` {#call-log-columns}',
        table(
          ['Column', 'Meaning', 'Trap'],
          callLogColumns.map(({ column, meaning, trap = '' }) => [code(column), text(meaning), text(trap)]),
        ),
        '### Types of a call {#call-log-types}',
        table(
          ['Type', 'Means'],
          Object.entries(callLogTypes).map(([name, type]) => [
            code(String(type)),
            name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`),
          ]),
        ),
        'In the ini, up to 3.22.3, there are only the first three.',
        '### Header of the CSV export {#call-log-csv}',
        codeBlock('text', callLogCsvHeader),
      ),
    ),
    topicSection(
      topicNamed('contacts'),
      table(
        ['Attribute of a contact', 'Value'],
        contactAttributes.map(({ attribute, kind }) => [
          code(attribute),
          kind === 'boolean' ? '`1` or `0`' : 'text',
        ]),
      ),
    ),
    topicSection(topicNamed('log-file')),
    topicSection(topicNamed('recordings')),
  );
}
