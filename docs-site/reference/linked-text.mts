import { commands, hooks, schemes } from 'microsip-sdk/catalogue';

import { definedCommandOf } from './microsip-command/command-definition.mts';
import { text } from './markdown.mts';
import { placeOf, settingNamed } from './places.mts';

/**
 * Text of the catalogue as Markdown, where code that is the name of something leads to the section about it.
 *
 * @param value - text with code in backticks
 * @param here - where the text stands; nothing leads to where it is already
 */
export function linkedText(value: string, here = ''): string {
  return text(value, (code) => {
    const place = placeOfCode(code);
    return place === undefined || isAt(here, place) ? undefined : place;
  });
}

function isAt(here: string, place: string): boolean {
  return here === place || (here !== '' && place === here.split('#')[0]);
}

const named: ReadonlyMap<string, string> = new Map([
  ...schemes.map(({ scheme, token }) => [token, placeOf.scheme(scheme)] as const),
  ...hooks.map(({ key }) => [key, placeOf.hook(key)] as const),
  ...commands.flatMap(({ id, syntax, token }) =>
    token === ''
      ? []
      : ([
          [token, placeOf.command(id)],
          [syntax, placeOf.command(id)],
        ] as const),
  ),
  // As the catalogue writes it in prose.
  ['/account:N', placeOf.command('account')],
  ['/password', placeOf.command('password')],
]);

/** Where something is told about the thing that this code names. */
function placeOfCode(code: string): string | undefined {
  const known = named.get(code);
  if (known !== undefined) return known;
  if (code.startsWith('microsip ')) return definedCommandOf(code)?.place;

  const { key, assigned } = /^(?<key>[A-Za-z]\w+)(?<assigned>=.*)?$/u.exec(code)?.groups ?? {};
  // A key that is a plain word, such as `label`, may mean something else.
  if (key === undefined || (assigned === undefined && !/[A-Z]/u.test(key))) return undefined;
  const setting = settingNamed(key);
  return setting === undefined ? undefined : placeOf.setting(setting);
}
