import assert from 'node:assert/strict';
import type { CommandId } from '../../../sdk/src/catalogue/command.ts';
import { commandNamed } from '../../../sdk/src/catalogue/commands.ts';
import type { ExpectedOutcome } from '../../../sdk/src/catalogue/folklore-claim.ts';
import { folklore } from '../../../sdk/src/catalogue/folklore.ts';
import { supportIn, verifiedVersions, type VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/explain-command-line.ts';
import { isInKit } from '../../../sdk/src/explanation/kit-command.ts';
import type { Outcome } from '../../../sdk/src/explanation/explanation.ts';
import { steps } from '../../../sdk/src/explanation/explanation-text.ts';

const outcomes: Readonly<Record<ExpectedOutcome, readonly Outcome[]>> = {
  works: ['call', 'command'],
  dialled: ['call'],
  'chat-message': ['message'],
  'invalid-address': ['error'],
  nothing: ['nothing'],
};

describe('explaining what people say about MicroSIP', () => {
  const claims = folklore.filter(({ example }) => example !== undefined);

  it('has claims to explain', () => {
    assert.ok(claims.length > 25);
  });

  for (const claim of claims) {
    const tail = claim.example ?? '';
    it(`tells of “${tail}” what the catalogue says of it, in every version`, () => {
      for (const version of verifiedVersions) {
        assert.ok(claim.expectation !== undefined);
        const expected = claim.expectation[version];
        const { outcome, misunderstood } = explainCommandLine(tail, { version });
        assert.ok(outcomes[expected].includes(outcome), `${version}: ${outcome} instead of ${expected}`);
        if (expected !== 'nothing') assert.equal(misunderstood, expected !== 'works', version);
      }
    });

    it(`names the right way where “${tail}” is wrong, in every version`, () => {
      for (const version of verifiedVersions.filter((one) => claim.verdicts[one] === 'false')) {
        const { advice } = explainCommandLine(tail, { version });
        assert.notEqual(advice.length, 0, version);
        for (const id of claim.rightWay.commands) {
          const found = advice.find(({ wants }) => wants === commandNamed(id).title);
          assert.ok(found !== undefined, `${version}: ${id}`);
          const hasIt = supportIn(commandNamed(id).availability, version).support !== 'no';
          assert.equal(found.commandLine !== undefined, hasIt, `${version}: ${id}`);
        }
        if (claim.rightWay.commands.length === 0) {
          const { text: note } = claim.rightWay;
          const kit = claim.rightWay.kit.find(isInKit);
          assert.deepEqual(advice, [{ wants: claim.claim, ...(kit !== undefined && { kit }), note }]);
        }
      }
    });
  }
});

/** A row of what the web claims, as it was checked by hand: a second source beside the catalogue. */
interface Row {
  readonly tail: string;
  readonly outcome: Outcome;
  /** A step that must be among those that happen. */
  readonly step: RegExp;
  /** MicroSIP's right command lines and the kit's. */
  readonly means: readonly (readonly [commandLine: string, kit: string])[];
  readonly versions?: readonly VerifiedVersion[];
  readonly running?: false;
}

const withReject: readonly VerifiedVersion[] = ['3.21.6', '3.22.3', '3.22.16'];

const rows: readonly Row[] = [
  { tail: 'sip:1234@example.org', outcome: 'call', step: /calls “<?sip:1234@example\.org/u, means: [] },
  { tail: '5551234', outcome: 'call', step: /calls “<?sip:5551234@pbx\.test/u, means: [] },
  {
    tail: '-hangup',
    outcome: 'call',
    step: /calls “<?sip:-hangup@/u,
    means: [['/hangupall', 'microsip hangup']],
  },
  {
    tail: '-hangup',
    outcome: 'call',
    step: /calls “<?sip:-hangup@/u,
    means: [['/hangupincoming', 'microsip reject']],
    versions: withReject,
  },
  {
    tail: '-answer',
    outcome: 'call',
    step: /calls “<?sip:-answer@/u,
    means: [['/answer', 'microsip answer']],
  },
  {
    tail: '-minimize',
    outcome: 'call',
    step: /calls “<?sip:-minimize@/u,
    means: [
      ['msip:minimize', 'microsip minimize'],
      ['/minimized', 'microsip start --minimized'],
    ],
  },
  { tail: '-exit', outcome: 'call', step: /calls “<?sip:-exit@/u, means: [['/exit', 'microsip exit']] },
  {
    tail: '/hidden',
    running: false,
    outcome: 'start',
    step: /without window, tray icon/u,
    means: [],
    versions: ['3.20.5', '3.21.6'],
  },
  {
    tail: '/hidden',
    running: false,
    outcome: 'call',
    step: /sip:\/hidden@/u,
    means: [['/minimized', 'microsip start --minimized']],
    versions: ['3.22.3', '3.22.16'],
  },
  { tail: '/i:other.ini', outcome: 'call', step: /calls “<?sip:\/i:other\.ini/u, means: [] },
  {
    tail: '/hide',
    outcome: 'call',
    step: /sip:\/hide@/u,
    means: [['msip:minimize', 'microsip minimize']],
  },
  { tail: '/show', outcome: 'call', step: /sip:\/show@/u, means: [['', 'microsip start']] },
  { tail: '/mute', outcome: 'call', step: /sip:\/mute@/u, means: [['msip:micmute', 'microsip mute mic']] },
  { tail: '/hold', outcome: 'call', step: /sip:\/hold@/u, means: [['msip:hold', 'microsip hold']] },
  { tail: '/status', outcome: 'call', step: /sip:\/status@/u, means: [] },
  {
    tail: '-dial 5551234',
    outcome: 'message',
    step: /chat message/u,
    means: [['5551234', 'microsip dial 5551234']],
  },
  {
    tail: 'call 5551234',
    outcome: 'message',
    step: /“5551234” is sent as a chat message/u,
    means: [['5551234', 'microsip dial 5551234']],
  },
  {
    tail: 'volume 80',
    outcome: 'message',
    step: /“80” is sent as a chat message/u,
    means: [
      ['msip:speakup', 'microsip volume speaker up'],
      ['msip:speakdown', 'microsip volume speaker down'],
    ],
  },
  { tail: '/hangup', outcome: 'call', step: /sip:\/hangup@/u, means: [['/hangupall', 'microsip hangup']] },
  { tail: 'report:status', outcome: 'call', step: /report:status/u, means: [] },
];

describe('explaining the rows of the folklore, written apart from the catalogue', () => {
  for (const { tail, outcome, step, means, versions = verifiedVersions, running } of rows) {
    it(`“${tail}” in ${versions.join(', ')}${running === false ? ', not running' : ''}: ${outcome}`, () => {
      for (const version of versions) {
        const assumptions = running === undefined ? {} : { running };
        const explanation = explainCommandLine(tail, { version, assumptions });
        assert.equal(explanation.outcome, outcome, version);
        assert.match(steps(explanation).join('\n'), step, version);
        for (const [commandLine, kit] of means) {
          const found = explanation.advice.find((advice) => advice.commandLine === commandLine);
          assert.equal(found?.kit, kit, `${version}: ${JSON.stringify(explanation.advice)}`);
        }
      }
    });
  }

  it('says that 3.20.5 cannot reject a call', () => {
    const { advice } = explainCommandLine('-hangup', { version: '3.20.5' });
    const reject = advice.find(({ command }) => command === ('hangup-incoming' satisfies CommandId));
    assert.equal(reject?.commandLine, undefined);
    assert.equal(reject?.kit, undefined);
    assert.match(reject?.note ?? '', /no command to reject/u);
  });

  it('leaves the window alone for slash commands, and shows it for what is dialled', () => {
    const raises = (tail: string): boolean =>
      explainCommandLine(tail).effects.some((effect) => effect.do === 'raise');
    assert.equal(raises('/hangupall'), false);
    assert.equal(raises('/hangupcalling'), false);
    assert.equal(raises('-hangupall'), true);
    assert.equal(raises('101'), true);
  });
});
