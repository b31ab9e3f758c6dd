import { commands } from '../../../sdk/src/catalogue/index.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/index.ts';
import {
  advance,
  phoneSettingsFrom,
  startPhone,
  type PhoneInput,
} from '../../../sdk/src/phone-model/index.ts';
import { PjsipLog } from '../../../sdk/src/pjsip-log/index.ts';
import { recipe, recipeLanguages } from '../../../sdk/src/recipes/index.ts';
import { checkTarget } from '../../../sdk/src/target/index.ts';

/** Some work for each room that also runs in a browser; what comes of it must be the same everywhere. */
export function workOfBrowserRooms(dialStrings: readonly string[]): string {
  return JSON.stringify({
    commands: commands.map(({ id }) => id),
    targets: dialStrings.map((dialString) => {
      const check = checkTarget(dialString);
      return check.ok ? check.target : check.error.message;
    }),
    explanations: dialStrings.map((tail) => explainCommandLine(tail)),
    phone: dialStrings.map(lifeOfPhone),
    recipes: recipeLanguages.map(({ id }) => recipe(id, { type: 'dial', target: '+1 (415) 555-2671' })),
  });
}

/** What a phone does that is given one command line, whose call is answered, and that is hung up. */
function lifeOfPhone(tail: string): unknown {
  const at = Date.UTC(2026, 9, 1);
  const settings = phoneSettingsFrom((section, key) => account[`${section}.${key}`], '3.22.16');
  const started = startPhone({ version: '3.22.16', settings, at });
  if (started.state === undefined) return started.effects;

  let state = started.state;
  const effects = [...started.effects];
  const logged: string[] = [];
  const log = new PjsipLog(
    state.version,
    () => state.at,
    (text) => logged.push(text),
  );
  const inputs: PhoneInput[] = [
    { at: at + 1000, type: 'registration-answered', status: 200 },
    { at: at + 2000, type: 'command-line', tail },
    { at: at + 9000, type: 'time' },
    { at: at + 10_000, type: 'command-line', tail: '/hangupall' },
  ];
  for (const input of inputs) {
    log.observe(input, state);
    const advanced = advance(state, input);
    state = advanced.state;
    effects.push(...advanced.effects);
    for (const effect of advanced.effects) log.perform(effect, state);
  }
  return { state, effects, log: writersOf(logged.join('')) };
}

const account: Readonly<Record<string, string>> = {
  'Settings.accountId': '1',
  'Account1.server': 'pbx.test',
  'Account1.domain': 'pbx.test',
  'Account1.username': '100',
};

/** Who wrote each line of a log; the rest has the time of a place, and identifiers made by chance. */
function writersOf(log: string): readonly string[] {
  return [...log.matchAll(/^\d\d:\d\d:\d\d\.\d{3} +([\w.]+?)(?:0x\w+)? /gmu)].map(
    ([, writer]) => writer ?? '',
  );
}
