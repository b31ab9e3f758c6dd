import assert from 'node:assert/strict';

import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import {
  checkTarget,
  parseTarget,
  TargetRefusedError,
  type TargetOptions,
  type TargetWarningCode,
} from '../../../sdk/src/target/index.ts';

/** Input, and the command line it becomes. */
type Example = readonly [input: string, commandLine: string];

function becomes(title: string, examples: readonly Example[], options?: TargetOptions): void {
  describe(title, () => {
    for (const [input, commandLine] of examples) {
      it(`${JSON.stringify(input)} → ${commandLine}`, () => {
        assert.equal(parseTarget(input, options).commandLine, commandLine);
      });
    }
  });
}

function warningsOf(input: string, options?: TargetOptions): TargetWarningCode[] {
  return parseTarget(input, options).warnings.map(({ code }) => code);
}

describe('parseTarget', () => {
  becomes('takes telephone numbers as people write them', [
    ['+1 (415) 555-2671', '+14155552671'],
    ['030/123 456', '030123456'],
    ['030-123.456/7', '0301234567'],
    ['(030) 1234-567', '0301234567'],
    ['(+49) 30 12', '+493012'],
    ['0049 30 12', '00493012'],
    ['100', '100'],
    ['1', '1'],
    ['  101  ', '101'],
    ['101/', '101'],
    ['044.123.45.67', '0441234567'],
  ]);

  becomes('takes service codes', [
    ['*97', '*97'],
    ['**101', '**101'],
    ['*21*0301234#', '*21*0301234#'],
    ['#31#0301234', '#31#0301234'],
    ['tel:%2306%23', '#06#'],
  ]);

  becomes('takes off one scheme, whatever its case, and // with a slash at the end (facts A.4)', [
    ['tel:+49-30-123', '+4930123'],
    ['TEL:101', '101'],
    ['Callto://+49301234/', '+49301234'],
    ['dial:101', '101'],
    ['DialPad:*97', '*97'],
    ['sip:101', '101'],
    ['tel://101/', '101'],
    ['tel: 101', '101'],
    ['callto:alice@x.test', 'sip:alice@x.test'],
    ['SIP://alice@x.test/', 'sip:alice@x.test'],
    ['sip:sip:101', '101'],
  ]);

  becomes('reads digits, dashes, blanks and signs of other scripts', [
    ['٠٣٠١٢٣', '030123'],
    ['۰۳۰', '030'],
    ['０３０－１２３', '030123'],
    ['＋４９（３０）１２３', '+4930123'],
    ['𝟙𝟚𝟛', '123'],
    ['+49\u00a030\u202f123', '+4930123'],
    ['030 – 123', '030123'],
    ['030‑123', '030123'],
    ['101，５', '101,5'],
    ['sip:٣@x.test', 'sip:3@x.test'],
  ]);

  becomes('drops what directories and chats put around a pasted number', [
    ['\u202a+49 30 123\u202c', '+4930123'],
    ['\u200e+49 30 123\u200e', '+4930123'],
    ['\u2068 030 123\u2069', '030123'],
    ['\u00a0101\u00a0', '101'],
  ]);

  becomes('decodes telephone links', [
    ['tel:%2B49%2030%20123', '+4930123'],
    ['tel:+49%C2%A030', '+4930'],
    ['%2B4930', '+4930'],
    ['*97%23', '*97#'],
    ['tel:101%2C5', '101,5'],
  ]);

  becomes('puts keys for after the answer behind a comma (facts A.7)', [
    ['101,5', '101,5'],
    ['101,,1234#', '101,,1234#'],
    ['101, 5, 6#', '101,5,6#'],
    ['101,a', '101,A'],
    ['alice,5', 'alice,5'],
    ['sip:alice@x.test,5', 'sip:alice@x.test,5'],
    // A comma at the end is dialled by 3.20.5 and 3.21.6, and dropped by 3.22.16.
    ['101,', '101'],
    ['101,5,,', '101,5'],
  ]);

  becomes('sends an extension as keys after the answer', [
    ['tel:+49-30-123;ext=5', '+4930123,5'],
    ['tel:+49-30-123;EXT=5-6', '+4930123,56'],
    ['+49 30 123 ext. 5', '+4930123,5'],
    ['+49 30 123 x5', '+4930123,5'],
    ['+49 30 123 Extension: 5', '+4930123,5'],
    ['(415) 555-2671 x 12', '4155552671,12'],
    ['101 x5,6', '101,5,6'],
    ['tel:+358-555-1234567;postd=pp22', '+3585551234567,,,22'],
  ]);

  becomes('leaves out the zero that is dialled only inside the country', [
    ['+49 (0)30 123', '+4930123'],
    ['+44(0)20 7946 0018', '+442079460018'],
    // Italian numbers keep theirs.
    ['+39 (0)6 123', '+3906123'],
    ['030 (0)1', '03001'],
  ]);

  becomes('turns the letters of a telephone number into the digits of the keypad', [
    ['+1-800-FLOWERS', '+18003569377'],
    ['tel:1-800-FLOWERS', '18003569377'],
    ['tel:+1-800-go-fedex', '+18004633339'],
    ['tel:1 800 FLOWERS', '18003569377'],
  ]);

  becomes('takes SIP addresses (RFC 3261)', [
    ['alice@x.test', 'sip:alice@x.test'],
    ['sip:101@192.168.1.5:5062', 'sip:101@192.168.1.5:5062'],
    ['sip:101@pbx.test', 'sip:101@pbx.test'],
    ['sip:101@[2001:DB8::1]:5060', 'sip:101@[2001:db8::1]:5060'],
    ['sip:101@[::ffff:192.0.2.1]', 'sip:101@[::ffff:192.0.2.1]'],
    ['sip:alice@Example.COM', 'sip:alice@example.com'],
    ['sip:alice@192.0.2.1:05060', 'sip:alice@192.0.2.1:5060'],
    ['sip:alice@my_pbx', 'sip:alice@my_pbx'],
    ['sip:030-123@x.test', 'sip:030-123@x.test'],
  ]);

  becomes('spells percent-encoded parts in one way, without %20 and %2B (facts A.6)', [
    ['sip:%61lice@x.test', 'sip:alice@x.test'],
    ['sip:*97%23@x.test', 'sip:*97%23@x.test'],
    ['sip:*97#@x.test', 'sip:*97%23@x.test'],
    ['sip:a%2cb@x.test', 'sip:a%2Cb@x.test'],
    ['sip:m%c3%bcller@x.test', 'sip:m%C3%BCller@x.test'],
    ['sip:a@x.test?S=1%2B1', 'sip:a@X.TEST?S=1+1'],
  ]);

  // MicroSIP takes the whole text for a number if it begins with +, and removes the dots of the host (facts A.7).
  becomes('keeps MicroSIP from formatting an address that begins with +', [
    ['sip:+4930123@x.test', 'sip:sip:+4930123@x.test'],
    ['+4930123@pbx.example.com', 'sip:sip:+4930123@pbx.example.com'],
    ['sip:%2B4930123@x.test', 'sip:sip:+4930123@x.test'],
    ['sip:+49-30-123@x.test', 'sip:sip:+4930123@x.test'],
    ['sip:sip:+4930123@x.test', 'sip:sip:+4930123@x.test'],
  ]);

  // At its own domain MicroSIP drops the port and misplaces parameters and headers; it minds the case (facts N).
  becomes('writes the host of a longer address in capitals, unless the account is known to be elsewhere', [
    ['101@pbx.test:5060', 'sip:101@PBX.TEST:5060'],
    ['sip:101@x.test;user=phone;lr', 'sip:101@X.TEST;user=phone;lr'],
    ['sip:101@x.test?X-Foo=bar&Y=', 'sip:101@X.TEST?X-Foo=bar&Y='],
    ['sip:101@192.0.2.1?X=1', 'sip:101@192.0.2.1?X=1'],
  ]);
  becomes(
    'writes it in capitals at the domain of the account',
    [
      ['101@pbx.test:5060', 'sip:101@PBX.TEST:5060'],
      ['101@pbx.test;lr', 'sip:101@PBX.TEST;lr'],
      ['101@pbx.test', 'sip:101@pbx.test'],
      ['101@pbx.test:5070', 'sip:101@pbx.test:5070'],
      ['101@x.test:5060;lr', 'sip:101@x.test:5060;lr'],
    ],
    { account: { domain: 'pbx.test:5070' } },
  );

  // “sip:” anywhere in an address keeps MicroSIP from putting it in front (facts A.7).
  becomes('leaves no second sip: in an address', [
    ['sip:a@x.test;x=sip:b', 'sip:a@X.TEST;x=sip%3Ab'],
    ['sip:a@x.test?Refer=SIP:b', 'sip:a@X.TEST?Refer=SIP%3Ab'],
  ]);

  // 3.22.16 removes ;transport and the headers behind it; 3.20.5 and 3.21.6 double it (facts A.7, N).
  becomes('leaves the transport to the account', [
    ['sip:user@host:5070;transport=tls?X-Id=7', 'sip:user@HOST:5070?X-Id=7'],
    ['sip:user@host;Transport=TCP;lr', 'sip:user@HOST;lr'],
    ['sip:user@host;transportx=1', 'sip:user@HOST;transportx=1'],
  ]);

  becomes('takes an address in brackets, with or without a name', [
    ['<sip:101@x.test>', 'sip:101@x.test'],
    ['"Bob \\"B\\" Smith" <sip:bob@x.test>', 'sip:bob@x.test'],
    ['Bob <sip:bob@x.test>', 'sip:bob@x.test'],
    ['Jörg B. <tel:+49-30-123>', '+4930123'],
    ['<101>', '101'],
  ]);

  becomes('takes users of the account’s domain by name', [
    ['alice', 'alice'],
    ['sip:alice', 'alice'],
    ['alice.smith', 'alice.smith'],
    ['room_12-b', 'room_12-b'],
  ]);

  describe('describes a number', () => {
    it('with its parts', () => {
      assert.deepEqual(parseTarget('"Bob" <tel:+49-30-123;ext=5>', { version: '3.22.3' }), {
        kind: 'number',
        commandLine: '+4930123,5',
        transferText: '+4930123',
        display: '+4930123, then 5',
        name: 'Bob',
        number: '+4930123',
        international: true,
        extension: '5',
        dials: { number: '+4930123', dtmf: '5' },
        warnings: [
          {
            code: 'extension-as-keys',
            message:
              'The extension 5 is sent as keys a second after the answer; MicroSIP cannot dial extensions otherwise.',
          },
        ],
        version: '3.22.3',
      });
    });

    it('in the same way for every version if none is named', () => {
      assert.equal(parseTarget('101').version, undefined);
    });
  });

  it('describes a user of the account', () => {
    const target = parseTarget('alice,5', { account: { domain: 'pbx.test' } });
    assert.ok(target.kind === 'account-user');
    assert.deepEqual(target.dials, { number: 'alice', dtmf: '5' });
    assert.equal(target.display, 'alice, then 5');
    assert.match(target.warnings[0]?.message ?? '', /“alice” is dialled as a user of pbx\.test/u);
  });

  it('describes a SIP address with its parts', () => {
    const target = parseTarget('sip:bob@Example.com:5070;user=phone;transport=udp?X-Id=7,5', {
      version: '3.22.16',
      account: { domain: 'pbx.test', transport: 'udp' },
    });
    assert.deepEqual(target, {
      kind: 'sip-uri',
      commandLine: 'sip:bob@example.com:5070;user=phone?X-Id=7,5',
      transferText: 'sip:bob@example.com:5070;user=phone?X-Id=7',
      display: 'bob@example.com:5070, then 5',
      name: undefined,
      user: 'bob',
      host: 'example.com',
      port: 5070,
      parameters: [{ name: 'user', value: 'phone' }],
      headers: [{ name: 'X-Id', value: '7' }],
      dials: { address: 'sip:bob@example.com:5070;user=phone?X-Id=7', dtmf: '5' },
      warnings: [],
      version: '3.22.16',
    });
  });

  describe('says what is worth telling', () => {
    const cases: readonly (readonly [string, readonly TargetWarningCode[], TargetOptions?])[] = [
      ['+1 (415) 555-2671', []],
      ['sip:bob@x.test', []],
      ['alice', ['account-user']],
      ['101,', ['pause-dropped']],
      ['sip:bob@x.test,', ['pause-dropped']],
      ['tel:101;ext=5', ['extension-as-keys']],
      ['tel:101;isub=5', ['parameter-dropped']],
      ['101;x=y', ['parameter-dropped']],
      ['+1-800-FLOWERS', ['keypad-letters']],
      ['+49 (0)30', ['trunk-zero-dropped']],
      ['sip:+49-30@x.test', ['separators-dropped']],
      ['sip:030-12@x.test;user=phone', ['separators-dropped']],
      ['101@192.0.2.1:5060', ['own-domain']],
      ['101@192.0.2.1;lr', ['own-domain']],
      ['101@192.0.2.1', []],
      // Two IPv6 addresses are the same to MicroSIP if their first groups are.
      ['101@[2001:db8::1]', ['own-domain']],
      ['101@[fe80::1]', []],
      ['101@[2001:db8::1]', [], { account: { domain: 'x.test' } }],
      ['101@[2001:db8::1]', [], { account: { domain: '[2001:db8::1]' } }],
      ['101@192.0.2.1:5060', [], { account: { domain: 'x.test' } }],
      ['101@pbx.test:5070', [], { account: { domain: 'pbx.test:5070' } }],
      ['101@pbx.test', ['port-of-account'], { account: { domain: 'pbx.test:5070' } }],
      ['sip:a@x.test;transport=tcp', ['transport-of-account']],
      ['sip:a@x.test;transport=tls', ['transport-of-account']],
      ['sip:a@x.test;transport=tls', [], { account: { transport: 'tls' } }],
      ['sip:a@x.test;transport=tcp', ['transport-of-account'], { account: { transport: 'udp' } }],
      ['sip:a@x.test?X=1', ['headers-in-old-versions']],
      ['sip:a@x.test?X=1', [], { version: '3.21.6' }],
      ['sip:a@x.test?X=1', [], { account: { transport: 'udp' } }],
      ['sip:a@x.test?X=1', ['headers-in-old-versions'], { version: '3.20.5' }],
    ];
    for (const [input, warnings, options] of cases) {
      it(`${input}${options === undefined ? '' : ` with ${JSON.stringify(options)}`}: ${warnings.join(', ') || 'nothing'}`, () => {
        assert.deepEqual(warningsOf(input, options), warnings);
      });
    }
  });

  describe('says where the call goes', () => {
    const at = (domain: string, transport?: 'udp' | 'tcp' | 'tls'): TargetOptions => ({
      account: { domain, transport },
    });
    const cases: readonly (readonly [string, TargetOptions | undefined, string])[] = [
      ['sip:a@x.test:5070', undefined, 'sip:a@X.TEST:5070'],
      ['sip:a@pbx.test', at('pbx.test:5070'), 'sip:a@pbx.test:5070'],
      ['sip:a@x.test?X=1', at('pbx.test', 'tcp'), 'sip:a@x.test;transport=tcp?X=1'],
      ['sip:a@x.test;lr', at('pbx.test', 'tls'), 'sip:a@x.test;lr;transport=tls'],
      ['sip:a@x.test', at('pbx.test', 'udp'), 'sip:a@x.test'],
      ['sip:+4930@x.test', undefined, 'sip:+4930@x.test'],
    ];
    for (const [input, options, address] of cases) {
      it(`${input}${options === undefined ? '' : ` with ${JSON.stringify(options.account)}`} → ${address}`, () => {
        const target = parseTarget(input, options);
        assert.ok(target.kind === 'sip-uri');
        assert.equal(target.dials.address, address);
      });
    }
  });

  it('throws a MicroSipError that says why and what to write', () => {
    assert.throws(
      () => parseTarget('sips:bob@x.test'),
      (error: unknown) => {
        assert.ok(error instanceof TargetRefusedError);
        assert.ok(error instanceof MicroSipError);
        assert.equal(error.code, 'TARGET_REFUSED');
        assert.equal(error.refusal, 'secure-scheme');
        assert.equal(error.suggestion, 'sip:bob@x.test');
        assert.match(error.message, /encryption.*TLS/u);
        assert.deepEqual(JSON.parse(JSON.stringify(error)), {
          code: 'TARGET_REFUSED',
          message: error.message,
          docsPath: error.docsPath,
          refusal: 'secure-scheme',
          suggestion: 'sip:bob@x.test',
        });
        return true;
      },
    );
  });

  it('leaves a suggestion out of the JSON when there is none', () => {
    const check = checkTarget('/exit');
    assert.ok(!check.ok);
    assert.ok(!('suggestion' in check.error.toJSON()));
  });
});

describe('checkTarget', () => {
  it('gives the target, or the error that parseTarget throws', () => {
    const good = checkTarget('101');
    assert.ok(good.ok);
    assert.deepEqual(good.target, parseTarget('101'));

    const bad = checkTarget('/exit');
    assert.ok(!bad.ok);
    assert.throws(() => parseTarget('/exit'), { message: bad.error.message });
  });
});
