import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commands } from '../../../sdk/src/catalogue/commands.ts';
import { newestVerifiedVersion, verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/explain-command-line.ts';
import { adviceText, headline, steps } from '../../../sdk/src/explanation/explanation-text.ts';
import { exampleContext } from '../../../sdk/src/phone-model/command-line/command-line-context.ts';

/** Texts near to MicroSIP's own: its tokens with marks, arguments and rubbish around them. */
const nearCommand = fc
  .tuple(
    fc.constantFrom('', '-', '--', '/', 'msip:', 'tel:', 'sip:', '"'),
    fc.constantFrom(...commands.map(({ token }) => token), 'hangup', 'hang', 'dial', 'mute', 'volume', '101'),
    fc.constantFrom('', ' 101', ':5', ' /account:2', '"', ' '),
  )
  .map((parts) => parts.join('').trimStart());
const anyTail = fc.oneof(
  nearCommand,
  fc.string({ unit: 'binary' }).map((text) => text.replace(/^[ \t]+/u, '')),
);
const anyVersion = fc.constantFrom(...verifiedVersions);
const anyAssumptions = fc.record({
  running: fc.boolean(),
  account: fc.boolean(),
  registered: fc.boolean(),
  inCall: fc.boolean(),
  singleMode: fc.boolean(),
});

describe('explainCommandLine', () => {
  it('is about the very phone that it is given', () => {
    const context = { ...exampleContext, version: '3.20.5', running: false, singleMode: false } as const;
    const explanation = explainCommandLine('/exit', { version: '3.22.16', context });
    assert.equal(explanation.version, '3.20.5');
    assert.equal(explanation.outcome, 'nothing');
    assert.deepEqual(explanation.assumptions, {
      running: false,
      account: true,
      registered: true,
      inCall: false,
      singleMode: false,
    });
  });

  it('has an answer to every text, in every version and state', () => {
    fc.assert(
      fc.property(anyTail, anyVersion, anyAssumptions, (tail, version, assumptions) => {
        const explanation = explainCommandLine(tail, { version, assumptions });
        assert.notEqual(headline(explanation), '');
        assert.ok(steps(explanation).length >= explanation.effects.length);
        assert.ok(steps(explanation).every((step) => step !== ''));
        assert.ok(explanation.advice.every((advice) => adviceText(advice) !== ''));
      }),
      { numRuns: 3000 },
    );
  });

  it('never advises what would be misunderstood in its turn', () => {
    fc.assert(
      fc.property(anyTail, anyVersion, (tail, version) => {
        for (const { command, commandLine } of explainCommandLine(tail, { version }).advice) {
          if (commandLine === undefined || commandLine.includes('<')) continue;
          const { outcome, misunderstood } = explainCommandLine(commandLine, { version });
          // A user may be called `volume`: dialled as meant, but taken for a command by who explains.
          if (command === 'dial') assert.equal(outcome, 'call', commandLine);
          else assert.equal(misunderstood, false, commandLine);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has nothing to correct in any example of the catalogue', () => {
    for (const version of verifiedVersions) {
      for (const { id, example, availability } of commands) {
        if (availability.verified[version] !== 'yes') continue;
        const { command, misunderstood } = explainCommandLine(example, { version });
        assert.equal(misunderstood, false, `${version}: ${example}`);
        // `msip:` hands on to the other commands.
        if (id !== 'msip-text') assert.equal(command, id, `${version}: ${example}`);
      }
    }
  });

  it('takes the newest version that was read if it is told none', () => {
    assert.equal(explainCommandLine('101').version, newestVerifiedVersion);
  });

  it('says which version stands for one that was not read', () => {
    const { version, behaviourOf } = explainCommandLine('/hidden', { version: '3.22.9' });
    assert.deepEqual({ version, behaviourOf }, { version: '3.22.9', behaviourOf: '3.22.3' });
  });

  it('tells that a number is kept while the account is not registered, and what happens then', () => {
    const explanation = explainCommandLine('101', { assumptions: { registered: false } });
    assert.equal(explanation.parked, true);
    assert.equal(explanation.outcome, 'call');
    assert.match(headline(explanation), /as soon as its account is registered/u);
    assert.match(steps(explanation).join('\n'), /is kept until it is[^]*Then: MicroSIP calls “<?sip:101@/u);
    assert.ok(explanation.warnings.some(({ facts }) => facts === 'K.5'));
  });

  it('tells that dialling is ignored during a call in single mode', () => {
    const explanation = explainCommandLine('101', { assumptions: { inCall: true } });
    assert.ok(!explanation.effects.some((effect) => effect.do === 'call'));
    assert.ok(explanation.warnings.some(({ facts }) => facts === 'K.4'));
    const several = explainCommandLine('101', { assumptions: { inCall: true, singleMode: false } });
    assert.equal(several.outcome, 'call');
  });

  it('tells that only two tokens do nothing while MicroSIP does not run', () => {
    const assumptions = { running: false };
    assert.deepEqual(explainCommandLine('/hangupall', { assumptions }).effects, []);
    assert.equal(explainCommandLine('/hangupcalling', { assumptions }).effects[0]?.do, 'start');
    assert.equal(explainCommandLine('-hangup', { assumptions }).effects[0]?.do, 'start');
  });

  it('takes blanks out of a number, but does not dial two numbers as one without saying so', () => {
    assert.equal(explainCommandLine('+1 (415) 555-2671').advice[0]?.commandLine, '+14155552671');
    assert.equal(explainCommandLine('+1 (415) 555-2671').outcome, 'message');
  });

  it('warns of a scheme that is not taken off and of one that hides a command', () => {
    assert.ok(explainCommandLine('sips:101').warnings.length > 0);
    const inLinks = explainCommandLine('tel:///hangupall/').warnings.find(({ facts }) => facts === 'A.11');
    assert.equal(inLinks?.basis, 'inferred');
  });

  it('says of every flag that MicroSIP has none such, whether it resembles a command or not', () => {
    for (const flag of ['-version', '/frobnicate', '--x']) {
      const explanation = explainCommandLine(flag);
      assert.match(headline(explanation), /is no command of MicroSIP/u);
      assert.ok(explanation.misunderstood, flag);
      assert.ok(explanation.warnings.some(({ facts }) => facts === 'K.2'));
    }
  });

  it('does not speak of flags where a number is written in an uncommon way', () => {
    for (const number of ['tel:+49-30-123456', '+1 (415) 555-2671']) {
      assert.ok(!explainCommandLine(number).warnings.some(({ facts }) => facts === 'K.2'));
    }
    assert.equal(explainCommandLine('tel:+49-30-123456').misunderstood, false);
  });

  it('takes slips of the keyboard for the command they resemble, and names of people for names', () => {
    assert.equal(explainCommandLine('/hangupal').advice[0]?.commandLine, '/hangupall');
    assert.equal(explainCommandLine('--Answer').advice[0]?.commandLine, '/answer');
    assert.equal(explainCommandLine('/ansewr').advice[0]?.commandLine, '/answer');
    assert.equal(explainCommandLine('answers').advice[0]?.command, 'dial');
    assert.equal(explainCommandLine('alice').misunderstood, false);
  });

  it('fills the argument in where it fits, and leaves its place open where it does not', () => {
    assert.equal(explainCommandLine('/transfer 102').advice[0]?.commandLine, '/transfer:102');
    assert.equal(explainCommandLine('/dtmf 12#').advice[0]?.kit, 'microsip dtmf "12#"');
    assert.equal(explainCommandLine('-dtmf hello').advice[0]?.commandLine, '/dtmf:<digits>');
    assert.equal(explainCommandLine('-transfer $(id)').advice[0]?.kit, 'microsip transfer <number>');
  });
});
