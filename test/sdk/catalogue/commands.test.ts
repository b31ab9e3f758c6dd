import assert from 'node:assert/strict';

import { commandIds, type CommandEntry, type CommandId } from '../../../sdk/src/catalogue/command.ts';
import { commandNamed, commands } from '../../../sdk/src/catalogue/commands.ts';
import { tasks } from '../../../sdk/src/catalogue/reference/tasks.ts';
import { verifiedVersions, type Support } from '../../../sdk/src/catalogue/version.ts';
import { exampleContext } from '../../../sdk/src/phone-model/command-line/command-line-context.ts';
import { interpretCommandLine } from '../../../sdk/src/phone-model/command-line/interpret-command-line.ts';

type Row = readonly [id: CommandId, match: CommandEntry['match'], support: readonly Support[]];

const always = ['yes', 'yes', 'yes', 'yes'] as const;
const from3216 = ['no', 'yes', 'yes', 'yes'] as const;
const partlyIn3205 = ['partly', 'yes', 'yes', 'yes'] as const;

/** Written from facts A.2 to A.4 and M, apart from the catalogue. */
const expected: Readonly<Record<string, Row>> = {
  '': ['show-window', 'whole-tail', always],
  '/minimized': ['minimized', 'whole-tail', always],
  '/hidden': ['hidden', 'whole-tail', ['yes', 'yes', 'no', 'no']],
  '/exit': ['exit', 'whole-tail', always],
  '/reset': ['reset', 'whole-tail', partlyIn3205],
  '/resetnoask': ['reset-no-ask', 'whole-tail', from3216],
  '/answer': ['answer', 'exact', always],
  '/hangupall': ['hangup-all', 'exact', always],
  '/hangupincoming': ['hangup-incoming', 'exact', from3216],
  '/hangupcalling': ['hangup-calling', 'exact', always],
  '/dtmf:': ['dtmf', 'prefix', always],
  '/transfer:': ['transfer', 'prefix', always],
  '/account:': ['account', 'anywhere', always],
  '/password:': ['password', 'prefix', always],
  'msip:minimize': ['msip-minimize', 'exact', always],
  'msip:answer': ['msip-answer', 'exact', always],
  'msip:hangupall': ['msip-hangup-all', 'exact', always],
  'msip:hold': ['msip-hold', 'exact', always],
  'msip:transfer_': ['msip-transfer', 'prefix', always],
  'msip:micmute': ['msip-mic-mute', 'exact', partlyIn3205],
  'msip:micunmute': ['msip-mic-unmute', 'exact', from3216],
  'msip:micmuteclick': ['msip-mic-mute-click', 'exact', from3216],
  'msip:micup': ['msip-mic-up', 'exact', always],
  'msip:micdown': ['msip-mic-down', 'exact', always],
  'msip:speakmute': ['msip-speaker-mute', 'exact', partlyIn3205],
  'msip:speakunmute': ['msip-speaker-unmute', 'exact', from3216],
  'msip:speakmuteclick': ['msip-speaker-mute-click', 'exact', from3216],
  'msip:speakup': ['msip-speaker-up', 'exact', always],
  'msip:speakdown': ['msip-speaker-down', 'exact', always],
  'msip:': ['msip-text', 'prefix', always],
};

const commandsWithToken = commands.filter(({ id }) => id !== 'dial');

describe('the commands of the catalogue', () => {
  it('are those of the facts, with their way of matching and their versions', () => {
    const actual = Object.fromEntries(
      commandsWithToken.map(({ token, id, match, availability }) => [
        token,
        [id, match, verifiedVersions.map((version) => availability.verified[version])],
      ]),
    );
    assert.deepEqual(actual, expected);
  });

  it('have one entry for each name', () => {
    assert.deepEqual(commands.map(({ id }) => id).sort(), [...commandIds].sort());
  });

  it('have no token twice', () => {
    assert.equal(new Set(commandsWithToken.map(({ token }) => token)).size, commandsWithToken.length);
  });

  it('dial what no other command matches', () => {
    assert.deepEqual(
      commands.filter(({ match }) => match === 'otherwise').map(({ id }) => id),
      ['dial'],
    );
  });

  for (const command of commands) {
    it(`show how ${command.id} is written`, () => {
      const { syntax, example, token, argument } = command;
      if (token !== '') assert.ok(syntax.startsWith(token), syntax);
      assert.ok(example.startsWith(token), example);
      assert.equal(syntax.includes('<'), argument !== undefined);
      if (argument !== undefined) assert.ok(syntax.endsWith(`<${argument.name}>`), syntax);
      else assert.equal(example, token);
    });
  }

  it('are handled by the starting process only as a whole command line', () => {
    for (const { id, stage, match } of commands) {
      assert.equal(stage === 'starting-process', match === 'whole-tail', id);
    }
  });

  it('begin with msip: at the stage of that prefix, and only there', () => {
    for (const { id, stage, token } of commands) {
      assert.equal(stage === 'msip', token.startsWith('msip:'), id);
    }
  });

  it('start nothing while no instance runs in exactly three cases', () => {
    assert.deepEqual(
      commands.filter(({ whenNotRunning }) => whenNotRunning === 'ends').map(({ token }) => token),
      ['/exit', '/answer', '/hangupall'],
    );
  });

  it('say what becomes of the token where a version lacks the command', () => {
    for (const { id, availability, whenUnavailable } of commands) {
      const lacking = Object.values(availability.verified).includes('no');
      if (lacking) assert.equal(whenUnavailable, 'dialled', id);
    }
  });

  it('are found by name', () => {
    for (const id of commandIds) assert.equal(commandNamed(id).id, id);
  });

  it('are refused under a name that none has', () => {
    assert.throws(() => commandNamed('launch' as CommandId), RangeError);
  });

  it('do the tasks that have one, and no command does the others', () => {
    assert.deepEqual(
      tasks.filter((task) => task.commands.length === 0).map(({ want }) => want),
      [
        'Turn do-not-disturb on or off',
        'Turn automatic answering on or off',
        'Record',
        'Start a conference',
        'Transfer with consultation',
        'Ask for the state',
      ],
    );
  });
});

describe('what the catalogue says of a command, held against the phone model', () => {
  /** The model is held to the answers of the real MicroSIP; answering shows the window later, in the call. */
  const answering: readonly CommandId[] = ['answer', 'msip-answer'];
  const accounts = new Map([1, 2].map((id) => [id, exampleContext.accounts.get(1) ?? assert.fail()]));

  for (const version of verifiedVersions) {
    const effectsOf = (tail: string, running: boolean) =>
      interpretCommandLine({ ...exampleContext, accounts, version, running }, tail).map(
        (effect) => effect.do,
      );

    it(`shows the window or leaves it alone, in ${version}`, () => {
      for (const { id, example, availability, raisesWindow } of commands) {
        if (availability.verified[version] === 'no' || answering.includes(id) || id === 'reset') continue;
        const effects = effectsOf(example, true);
        assert.equal(effects.includes('raise') || effects.includes('showMain'), raisesWindow, id);
      }
    });

    it(`starts the program or not, in ${version}`, () => {
      for (const { id, example, availability, whenNotRunning } of commands) {
        if (availability.verified[version] === 'no') continue;
        const [first] = effectsOf(example, false);
        const starts = whenNotRunning === 'starts' || whenNotRunning === 'starts-then-handles';
        assert.equal(first === 'start', starts, id);
        assert.equal(first === undefined, whenNotRunning === 'ends', id);
      }
    });

    it(`dials what it lacks, in ${version}`, () => {
      for (const { id, example, availability } of commands) {
        if (availability.verified[version] !== 'no') continue;
        assert.ok(effectsOf(example, true).includes('call'), id);
      }
    });
  }

  it('shows nothing for an empty command with silent=1, where that key exists', () => {
    const note = commandNamed('show-window').differences.find(({ text }) => text.includes('silent=1'));
    for (const version of verifiedVersions) {
      const silent = version === '3.20.5' || version === '3.21.6';
      const effects = interpretCommandLine({ ...exampleContext, version, silent: true }, '');
      assert.equal(effects.length === 0, silent, version);
      assert.equal(note?.versions.includes(version), silent, version);
    }
  });
});
