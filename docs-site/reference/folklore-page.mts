import {
  folklore,
  verifiedVersions,
  type ExpectedOutcome,
  type FolkloreClaim,
  type Verdict,
} from 'microsip-sdk/catalogue';

import { playgroundLink } from '../src/playground/playground-link.ts';
import { commandNames } from './command-line/command-names.mts';
import { linkedText } from './linked-text.mts';
import { blocks, code, link, list, page, table, text } from './markdown.mts';
import { definedCommandOf } from './microsip-command/command-definition.mts';
import { placeOf, settingNamed } from './places.mts';
import { basisMark, differences, sources } from './statements.mts';

const subjects: Readonly<Record<FolkloreClaim['about'], string>> = {
  'command-line': 'On the command line',
  links: 'On links',
  hooks: 'On event hooks',
  settings: 'On settings',
  interfaces: 'On other interfaces',
  program: 'On the program',
};

const verdicts: Readonly<Record<Verdict, string>> = { true: 'true', partly: 'partly', false: '**false**' };

const outcomes: Readonly<Record<ExpectedOutcome, string>> = {
  works: 'does what is claimed',
  dialled: 'is **dialled** as if it were a number',
  'chat-message': 'sends a chat message and places no call',
  'invalid-address': 'ends in a modal error',
  nothing: 'does nothing',
};

/** The page of what people say about MicroSIP, and what is so. */
export function folklorePage(): string {
  return page(
    {
      slug: '/reference/what-the-web-says',
      title: 'What the web says',
      description: `${folklore.length} claims about MicroSIP's "API" that web pages make, each held against the source of ${verifiedVersions.length} versions: what is true, what is not, and the right way.`,
      toc_max_heading_level: 2,
    },
    `Many pages describe an API of MicroSIP. They contradict each other, and much of what they say was never true: a flag that
does not exist is not refused but **dialled**, so a script that is wrong calls somebody. Each claim here was held against the
source of ${verifiedVersions.join(', ')}.`,
    ...Object.entries(subjects).flatMap(([about, title]) => {
      const claims = folklore.filter((claim) => claim.about === about);
      return [
        `## ${title}`,
        table(
          ['Claim', 'Verdict'],
          claims.map((claim) => [text(claim.claim), link(verdictText(claim), placeOf.claim(claim))]),
        ),
        ...claims.map(section),
      ];
    }),
  );
}

function verdictText({ verdicts: byVersion }: FolkloreClaim): string {
  const [first, ...others] = verifiedVersions.map((version) => byVersion[version]);
  return first !== undefined && others.every((verdict) => verdict === first)
    ? verdicts[first]
    : 'depends on the version';
}

function section(claim: FolkloreClaim): string {
  const here = placeOf.claim(claim);
  return blocks(
    `### ${text(claim.claim)} {#${claim.id}}`,
    `${grouped(claim.verdicts, (verdict) => verdicts[verdict])} ${linkedText(claim.truth, here)}${basisMark(claim.basis)}`,
    differences(claim.differences, here),
    list([
      ...(claim.example === undefined || claim.expectation === undefined
        ? []
        : [
            `**What ${code(`microsip.exe ${claim.example}`)} does:** ${grouped(claim.expectation, (outcome) => outcomes[outcome])} ${link('Try it', playgroundLink({ line: claim.example }))}`,
          ]),
      `**The right way:** ${linkedText(claim.rightWay.text, here)}${namesOf(claim)}`,
      ...kitLines(claim),
      `**Where people read it:** ${text(claim.believedIn)}.`,
    ]),
    sources(claim.sources),
  );
}

/** One value for all versions, or each with the versions it holds in. */
function grouped<Value extends string>(
  byVersion: Readonly<Record<(typeof verifiedVersions)[number], Value>>,
  say: (value: Value) => string,
): string {
  const values = [...new Set(verifiedVersions.map((version) => byVersion[version]))];
  const [only] = values;
  if (values.length === 1 && only !== undefined) return `${capital(say(only))} in every version read.`;
  const parts = values.map(
    (value) =>
      `${say(value)} in ${verifiedVersions.filter((version) => byVersion[version] === value).join(', ')}`,
  );
  return `${capital(parts.join('; '))}.`;
}

function capital(value: string): string {
  return value.replace(/[a-z]/u, (letter) => letter.toUpperCase());
}

/** The commands, hooks and settings of the right way that its words do not name. */
function namesOf({ rightWay }: FolkloreClaim): string {
  const { commands, hooks = [], settings = [] } = rightWay;
  const names = [
    ...commands.map((id) => ({ name: commandNames(id).plainName, place: placeOf.command(id) })),
    ...hooks.map((key) => ({ name: key, place: placeOf.hook(key) })),
    ...settings.flatMap((key) => {
      const entry = settingNamed(key);
      return entry === undefined ? [] : [{ name: key, place: placeOf.setting(entry) }];
    }),
  ].filter(({ name }) => !rightWay.text.includes(`\`${name}\``));
  return names.length === 0
    ? ''
    : ` See ${names.map(({ name, place }) => link(code(name), place)).join(', ')}.`;
}

function kitLines({ rightWay }: FolkloreClaim): readonly string[] {
  const lines = rightWay.kit.flatMap((line) => {
    const command = definedCommandOf(line);
    return command === undefined ? [] : [link(code(line), command.place)];
  });
  return lines.length === 0 ? [] : [`**With this kit:** ${lines.join(', ')}`];
}
