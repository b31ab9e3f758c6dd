import assert from 'node:assert/strict';

import type { ExpectedOutcome, FolkloreClaim } from '../../../sdk/src/catalogue/folklore-claim.ts';
import { claimAbout, folklore } from '../../../sdk/src/catalogue/folklore.ts';
import { settings } from '../../../sdk/src/catalogue/settings.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../sdk/src/phone-model/command-effect.ts';
import { exampleContext } from '../../../sdk/src/phone-model/command-line/command-line-context.ts';
import { interpretCommandLine } from '../../../sdk/src/phone-model/command-line/interpret-command-line.ts';

/** What people claim, written from the facts' account of it, apart from the catalogue. */
const expectedVerdicts: Readonly<Record<string, FolkloreClaim['verdict']>> = {
  'sip-address-dials': 'true',
  'number-dials': 'true',
  'flags-drive-the-running-instance': 'partly',
  'dash-hangup': 'false',
  'dash-answer': 'false',
  'dash-minimize': 'false',
  'dash-exit': 'false',
  'any-language-can-start-it': 'true',
  'links-open-it': 'true',
  'no-webhooks': 'true',
  'invisible-auto-answer': 'partly',
  'custom-build-api': 'partly',
  'gpl-source': 'true',
  'loop-of-automatic-answers': 'partly',
  'ini-flag': 'false',
  'slash-hide': 'false',
  'slash-show': 'false',
  'slash-mute': 'false',
  'slash-hold': 'false',
  'slash-status': 'false',
  'dash-dial': 'false',
  'call-word': 'false',
  'volume-word': 'false',
  'slash-hangup': 'false',
  dde: 'false',
  'com-object': 'false',
  'wm-command-for-calls': 'false',
  'report-status': 'false',
  'general-on-incoming-call': 'false',
  'callerid-variable': 'false',
  'percent-one': 'false',
  'cmd-call-incoming': 'false',
  'hooks-are-asynchronous': 'false',
  'utf8-ini': 'false',
};

/** The commands of the kit, written from the contract of the `microsip` command. */
const kitCommands = [
  ...['dial', 'hangup', 'answer', 'reject', 'transfer', 'dtmf', 'hold'],
  ...['mute mic', 'mute speaker', 'volume mic', 'volume speaker', 'account', 'start', 'minimize', 'exit'],
  ...['status', 'events', 'log read', 'log enable', 'log disable', 'log status', 'explain', 'recipe'],
  ...['hooks install', 'hooks remove', 'hooks status', 'settings get', 'settings set', 'settings list'],
  ...['history', 'contacts', 'handlers status', 'handlers register', 'handlers unregister', 'doctor'],
  ...[
    'profile apply',
    'fleet create',
    'fleet list',
    'fleet run',
    'fleet dial',
    'fleet hangup',
    'fleet remove',
  ],
  ...['relay', 'catalogue', '--help'],
].map((command) => `microsip ${command}`);

describe('the folklore of the catalogue', () => {
  it('judges every claim as the facts do', () => {
    const verdicts = new Map(folklore.map(({ id, verdict }) => [id, verdict]));
    for (const [id, verdict] of Object.entries(expectedVerdicts)) assert.equal(verdicts.get(id), verdict, id);
  });

  it('has no claim and no example twice', () => {
    for (const values of [folklore.map(({ id }) => id), folklore.map(({ claim }) => claim)]) {
      assert.equal(new Set(values).size, values.length);
    }
    const examples = folklore.flatMap(({ example }) => (example === undefined ? [] : [example]));
    assert.equal(new Set(examples).size, examples.length);
  });

  it('names flags that do not exist: all that the facts list', () => {
    for (const tail of [
      '/hangup',
      '-hangup',
      '-answer',
      '-exit',
      '-minimize',
      '/hide',
      '/show',
      '/mute',
      '/hold',
    ]) {
      assert.equal(claimAbout(tail)?.verdict, 'false', tail);
    }
    for (const tail of [
      '/dnd',
      '/status',
      '/video',
      '/register',
      '/log',
      '--help',
      '/?',
      'msip:exit',
      'msip:dnd',
    ]) {
      assert.equal(claimAbout(tail)?.verdict, 'false', tail);
    }
    assert.equal(claimAbout('/answer'), undefined);
  });

  it('sums up its verdicts for each version', () => {
    for (const { id, verdict, verdicts } of folklore) {
      const different = new Set(Object.values(verdicts));
      if (different.size === 1) assert.ok(different.has(verdict), id);
      else assert.equal(verdict, 'partly', id);
    }
  });

  it('calls no claim false that works, and none true that does not', () => {
    for (const { id, verdicts, expectation } of folklore) {
      if (expectation === undefined) continue;
      for (const version of verifiedVersions) {
        if (verdicts[version] === 'false') assert.notEqual(expectation[version], 'works', id);
      }
    }
  });

  it('shows a way out of every false claim', () => {
    for (const { id, verdict, rightWay } of folklore) {
      if (verdict !== 'false' || id === 'slash-video') continue;
      assert.ok(rightWay.commands.length + rightWay.kit.length > 0, id);
    }
  });

  it("writes the kit's commands as they are typed", () => {
    for (const { rightWay } of folklore) {
      for (const line of rightWay.kit) {
        assert.ok(
          kitCommands.some((command) => line === command || line.startsWith(`${command} `)),
          line,
        );
      }
    }
  });

  it('points to settings that exist', () => {
    const keys = new Set(settings.map(({ key }) => key));
    for (const { id, rightWay } of folklore) {
      for (const key of rightWay.settings ?? []) assert.ok(keys.has(key), `${id}: ${key}`);
    }
  });
});

describe('what the folklore expects of a command line', () => {
  for (const { example, expectation } of folklore) {
    if (example === undefined || expectation === undefined) continue;
    for (const version of verifiedVersions) {
      it(`${expectation[version]}: \`${example}\` in ${version}`, () => {
        const effects = interpretCommandLine({ ...exampleContext, version }, example);
        assert.equal(outcomeOf(effects), expectation[version] === 'works' ? 'dialled' : expectation[version]);
      });
    }
  }
});

/** Every example that works is one that dials. */
function outcomeOf(effects: readonly CommandEffect[]): ExpectedOutcome | 'something else' {
  const kinds = new Set(effects.map((effect) => effect.do));
  if (kinds.has('error')) return 'invalid-address';
  if (kinds.has('message')) return 'chat-message';
  if (kinds.has('call')) return 'dialled';
  return kinds.size === 0 ? 'nothing' : 'something else';
}
