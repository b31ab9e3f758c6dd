import { surprises, topics, type Surprise } from 'microsip-sdk/catalogue';

import { commandNames } from './command-line/command-names.mts';
import { linkedText } from './linked-text.mts';
import { blocks, code, link, page, text } from './markdown.mts';
import { placeOf, settingNamed, surpriseAnchor } from './places.mts';
import { basisMark, versionsMark } from './statements.mts';

/** The page of all that surprises people who automate MicroSIP. */
export function surprisesPage(): string {
  return page(
    {
      slug: '/reference/surprises',
      title: 'Surprises',
      description: `${surprises.length} things that surprise people who automate MicroSIP, and what to do about each.`,
    },
    `What goes wrong first when MicroSIP is driven by a program. \`microsip doctor\` looks for
[what can be seen](/reference/doctor) of it in an installation.`,
    ...surprises.map((surprise) => {
      const here = placeOf.surprise(surprise);
      return blocks(
        `## ${text(surprise.title)} {#${surpriseAnchor(surprise.facts)}}`,
        `${linkedText(surprise.text, here)}${versionsMark(surprise.versions)}${basisMark(surprise.basis)}`,
        surprise.remedy === undefined ? '' : `**What to do:** ${linkedText(surprise.remedy, here)}`,
        about(surprise),
      );
    }),
  );
}

function about({ about: { commands = [], hooks = [], settings = [], topics: ids = [] } }: Surprise): string {
  const links = [
    ...commands.map((id) => link(code(commandNames(id).plainName), placeOf.command(id))),
    ...hooks.map((key) => link(code(key), placeOf.hook(key))),
    ...settings.flatMap((key) => {
      const entry = settingNamed(key);
      return entry === undefined ? [] : [link(code(key), placeOf.setting(entry))];
    }),
    ...topics.filter(({ id }) => ids.includes(id)).map((topic) => link(topic.title, placeOf.topic(topic))),
  ];
  return links.length === 0 ? '' : `About: ${links.join(', ')}.`;
}
