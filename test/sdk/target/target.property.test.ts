import assert from 'node:assert/strict';

import fc from 'fast-check';

import { verifiedVersions, type VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../sdk/src/phone-model/command-effect.ts';
import {
  exampleContext,
  type CommandLineContext,
  type DiallingAccount,
} from '../../../sdk/src/phone-model/command-line/command-line-context.ts';
import { interpretCommandLine } from '../../../sdk/src/phone-model/command-line/interpret-command-line.ts';
import { checkTarget, parseTarget, type Target, type TargetOptions } from '../../../sdk/src/target/index.ts';
import { anyInput } from './hostile-input.ts';

const numRuns = Number(process.env['TARGET_PROPERTY_RUNS'] ?? '100000');

const account: DiallingAccount = {
  domain: 'pbx.test',
  server: 'pbx.test',
  username: '1001',
  dialingPrefix: '',
  dialPlan: '',
  transport: '',
};

function phone(version: VerifiedVersion, changed: Partial<DiallingAccount> = {}): CommandLineContext {
  return { ...exampleContext, version, accounts: new Map([[1, { ...account, ...changed }]]) };
}

/** The effects of dialling a target and nothing else; the account's domain and transport are the phone's. */
function diallingOf(target: Target, { domain, transport }: DiallingAccount): CommandEffect[] {
  const { dtmf } = target.dials;
  const own = transport === 'tcp' || transport === 'tls' ? `;transport=${transport}` : '';
  const invite =
    target.kind === 'sip-uri' ? `<${target.dials.address}>` : `<sip:${target.dials.number}@${domain}${own}>`;
  return [
    { do: 'raise' },
    { do: 'dialedAdd', number: '' },
    { do: 'call', number: '', uri: '', invite, ...(dtmf !== '' && { dtmf }) },
  ];
}

/** Effects without what is only for display: the text in the list of dialled numbers, and the address before its transport. */
function essential(effects: readonly CommandEffect[]): CommandEffect[] {
  return effects.map((effect) => {
    switch (effect.do) {
      case 'dialedAdd':
        return { ...effect, number: '' };
      case 'call':
        return { ...effect, number: '', uri: '', invite: effect.invite ?? effect.uri };
      default:
        return effect;
    }
  });
}

function holds(property: fc.IProperty<[string]>): void {
  fc.assert(property, { numRuns, ignoreEqualValues: false });
}

describe('whatever string goes in', function () {
  this.timeout(Math.max(120_000, numRuns));

  it('what comes out of target is dialled by every version, exactly so, or it is refused', () => {
    const phones = verifiedVersions.map((version) => phone(version));
    const options: TargetOptions = { account: { domain: account.domain, transport: 'udp' } };
    const accepted = { number: 0, 'account-user': 0, 'sip-uri': 0 };
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input, options);
        if (!check.ok) return;
        accepted[check.target.kind]++;
        for (const context of phones) {
          const effects = interpretCommandLine(context, check.target.commandLine);
          assert.deepEqual(essential(effects), diallingOf(check.target, account), check.target.commandLine);
        }
      }),
    );
    // A generator that finds nothing to dial proves nothing.
    for (const [kind, count] of Object.entries(accepted))
      assert.ok(count > numRuns / 500, `${count} of ${kind}`);
  });

  it('the same holds for a target made without knowing the account, unless it warns of an own IP address', () => {
    const accounts = ['pbx.test', 'x.test', 'localhost', '192.168.1.5', '[2001:db8::1]'].map((domain) => ({
      ...account,
      domain,
    }));
    const cases = verifiedVersions.flatMap((version) =>
      accounts.map((changed) => ({ context: phone(version, changed), changed })),
    );
    let next = 0;
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input);
        if (!check.ok || check.target.warnings.some(({ code }) => code === 'own-domain')) return;
        const { changed, context } = cases[next++ % cases.length] ?? assert.fail();
        const effects = interpretCommandLine(context, check.target.commandLine);
        assert.deepEqual(essential(effects), diallingOf(check.target, changed), check.target.commandLine);
      }),
    );
  });

  it('the same holds for a target made for one version and an account with port and transport', () => {
    const accounts = (['udp', 'tcp', 'tls'] as const).flatMap((transport) =>
      ['pbx.test:5070', '[2001:db8::1]', 'x.test'].map((domain) => ({ ...account, domain, transport })),
    );
    const cases = verifiedVersions.flatMap((version) =>
      accounts.map((changed) => ({
        context: phone(version, changed),
        changed,
        options: { version, account: { domain: changed.domain, transport: changed.transport } },
      })),
    );
    let next = 0;
    holds(
      fc.property(anyInput, (input) => {
        const { changed, context, options } = cases[next++ % cases.length] ?? assert.fail();
        const check = checkTarget(input, options);
        if (!check.ok) return;
        const effects = interpretCommandLine(context, check.target.commandLine);
        assert.deepEqual(essential(effects), diallingOf(check.target, changed), check.target.commandLine);
      }),
    );
  });

  it('no phone, whatever its state and settings, is given a command, a chat message or a second argument', () => {
    const harmless = new Set<CommandEffect['do']>([
      ...(['start', 'showMain', 'raise', 'dialedAdd', 'call', 'error', 'openAccountDialog'] as const),
      // Without a selected account MicroSIP selects the first one for a telephone number (facts N).
      ...(['settingsSave', 'register'] as const),
    ]);
    const phones = verifiedVersions.flatMap((version) => [
      { ...phone(version), running: false },
      { ...phone(version), registered: false },
      { ...phone(version), accountId: 0 },
      { ...phone(version), accountId: 0, accounts: new Map() },
      { ...phone(version), enableLocalAccount: true, localTransport: 'tcp' as const },
      { ...phone(version, { dialingPrefix: '0049', dialPlan: 'xxx|+x.|<0:0049>x.' }), silent: true },
      { ...phone(version), calls: 1, selectedCall: '102@pbx.test' },
      { ...phone(version), stackReady: false },
    ]);
    let next = 0;
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input);
        if (!check.ok) return;
        const { commandLine } = check.target;
        assert.match(commandLine, /^[!#-;=?-[\]-~]{1,256}$/u);
        assert.doesNotMatch(commandLine, /^\/|^msip:|\/account:|\/password:/iu);
        const effects = interpretCommandLine(phones[next++ % phones.length] ?? assert.fail(), commandLine);
        for (const effect of effects.flatMap((effect) => (effect.do === 'park' ? effect.later : [effect]))) {
          assert.ok(harmless.has(effect.do), `${commandLine}: ${effect.do}`);
        }
      }),
    );
  });

  it('what is handed to a transfer makes every version transfer the call there', () => {
    const phones = verifiedVersions.map((version) => ({
      ...phone(version),
      calls: 1,
      selectedCall: '999@other.invalid',
    }));
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input);
        if (!check.ok) return;
        const { dials, kind, transferText } = check.target;
        const target = kind === 'sip-uri' ? `<${dials.address}>` : `<sip:${dials.number}@${account.domain}>`;
        for (const context of phones) {
          const effects = interpretCommandLine(context, `/transfer:${transferText}`);
          assert.deepEqual(effects, [{ do: 'transfer', number: transferText, target }]);
        }
      }),
    );
  });

  it('a refusal says why, shows nothing invisible, and offers only what would be accepted', () => {
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input);
        if (check.ok) return;
        const { code, message, suggestion } = check.error;
        assert.equal(code, 'TARGET_REFUSED');
        assert.match(message, /^[\p{L}\p{N}\p{P}\p{S} ]{20,}$/u);
        assert.doesNotMatch(message, /\p{Default_Ignorable_Code_Point}/u);
        if (suggestion !== undefined) parseTarget(suggestion);
      }),
    );
  });

  it('the command line of a target, read again, is the same target', () => {
    holds(
      fc.property(anyInput, (input) => {
        const check = checkTarget(input);
        if (!check.ok) return;
        const { commandLine, dials, display, kind } = check.target;
        const again = parseTarget(commandLine);
        assert.deepEqual(
          { commandLine, dials, display, kind },
          { commandLine: again.commandLine, dials: again.dials, display: again.display, kind: again.kind },
        );
      }),
    );
  });
});
