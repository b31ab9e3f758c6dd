import assert from 'node:assert/strict';

import { checkTarget, type TargetOptions, type TargetRefusal } from '../../../sdk/src/target/index.ts';

type Example = readonly [input: string, refusal: TargetRefusal, options?: TargetOptions];

function refuses(title: string, examples: readonly Example[]): void {
  describe(title, () => {
    for (const [input, refusal, options] of examples) {
      const circumstances = options === undefined ? '' : ` with ${JSON.stringify(options)}`;
      it(`${JSON.stringify(input.slice(0, 60))}${circumstances}: ${refusal}`, () => {
        const check = checkTarget(input, options);
        assert.ok(!check.ok, 'it was accepted');
        assert.equal(check.error.refusal, refusal, check.error.message);
      });
    }
  });
}

function suggests(input: string, suggestion: string | undefined): void {
  const check = checkTarget(input);
  assert.ok(!check.ok);
  assert.equal(check.error.suggestion, suggestion);
}

describe('a target is refused', () => {
  refuses('when MicroSIP would obey it, or nearly so (facts A.2–A.4)', [
    ['/resetnoask', 'command'],
    ['/answer', 'command'],
    ['/ANSWER', 'command'],
    ['/101', 'command'],
    ['／exit', 'command'],
    ['//answer', 'command'],
    ['/account:2', 'command'],
    ['/password:x', 'command'],
    ['msip:exit', 'command'],
    ['MSIP:answer', 'command'],
    [' msip:101', 'command'],
    ['-hangup', 'command'],
    ['--help', 'command'],
    ['-101', 'command'],
  ]);

  refuses('when a command hides behind a scheme, brackets or percent-encoding (facts A.11)', [
    ['tel:/hangupall', 'command'],
    ['tel:///hangupall/', 'command'],
    ['sip:/dtmf:5', 'command'],
    ['callto: /answer', 'command'],
    ['dial:/transfer:102', 'command'],
    ['tel:%2Fhangupall', 'command'],
    ['%2Fexit', 'command'],
    ['sip:/answer@x.test', 'command'],
    ['sip:%2Fanswer@x.test', 'command'],
    ['<sip:/answer>', 'command'],
    ['<msip:exit>', 'command'],
    ['"N" </exit>', 'command'],
  ]);

  refuses('when it holds /account: or /password: anywhere (facts A.5)', [
    ['100 /account:2', 'account-switch'],
    ['tel:101/account:2', 'account-switch'],
    ['callto:/account:1/password:x', 'account-switch'],
    ['101/ACCOUNT:2', 'account-switch'],
    ['sip:a%2Faccount:2@x.test', 'account-switch'],
    ['sip:a@x.test;x=/account:2', 'account-switch'],
    ['sip:a@x.test?x=/account%3A2', 'account-switch'],
    ['sip:a%252Faccount%253A2@x.test', 'account-switch'],
    ['101%zz%2Faccount:2', 'account-switch'],
    ['"/account:2" <sip:a@x.test>', 'account-switch'],
    ['101 /password:x', 'password'],
    ['sip:a@x.test;x=%2Fpassword%3Ax', 'password'],
  ]);

  refuses('when MicroSIP would send a chat message (facts A.6)', [
    ['101 hello', 'space'],
    ['tel:101 hello', 'space'],
    ['tel:101%20x', 'space'],
    ['alice hi', 'space'],
    ['alice@x.test hi', 'space'],
    ['sip:alice@x.test hello there', 'space'],
    ['sip:al%20ice@x.test', 'space'],
    ['sip:a@x.test?Subject=Hello%20World', 'space'],
    ['101, hello', 'dtmf'],
  ]);

  refuses('when it holds a character that cannot be seen (facts N)', [
    ['10\n1', 'control-character'],
    ['101\n', 'control-character'],
    ['\t101', 'control-character'],
    ['10\u00001', 'control-character'],
    ['101\u2028', 'control-character'],
    ['tel:101%0A', 'control-character'],
    ['sip:a%00@x.test', 'control-character'],
    ['/ex\u00adit', 'invisible-character'],
    ['101\u200b', 'invisible-character'],
    ['\ufeff101', 'invisible-character'],
    ['10\u200e1', 'invisible-character'],
    // It would show the digits in reverse.
    ['\u202e101', 'invisible-character'],
    ['101\ud800', 'invisible-character'],
    ['101\u3164', 'invisible-character'],
    ['sip:a%E2%80%8B@x.test', 'invisible-character'],
  ]);

  refuses('when it is empty or long (facts N)', [
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200e', 'empty'],
    ['tel:', 'empty'],
    ['sip://', 'empty'],
    ['1'.repeat(257), 'too-long'],
    ['1'.repeat(33), 'too-long'],
    ['+1234567890123456', 'too-long'],
    [`+${'a'.repeat(245)}@xyz.test`, 'too-long'],
  ]);

  refuses('when encryption would be lost (facts A.4, N)', [
    ['sips:101@x.test', 'secure-scheme'],
    ['SIPS:101', 'secure-scheme'],
    ['<sips:101@x.test>', 'secure-scheme'],
    ['sip:a@x.test;transport=tls', 'transport', { account: { transport: 'udp' } }],
    ['sip:a@x.test;transport=TLS', 'transport', { account: { transport: 'tcp' } }],
  ]);

  refuses('when its scheme is not dialled, or it has two', [
    ['https://x.test', 'scheme'],
    ['mailto:bob@x.test', 'scheme'],
    ['skype:alice', 'scheme'],
    ['sip:tel:101', 'scheme'],
    ['callto:dial:101', 'scheme'],
    ['tel:101@x.test', 'scheme'],
    ['tel:<sip:101@x.test>', 'syntax'],
    ['sips:<sip:101@x.test>', 'syntax'],
  ]);

  refuses('when it is a host, whose digits or letters MicroSIP would dial (facts N)', [
    ['192.168.1.5', 'bare-host'],
    ['sip:192.168.1.5', 'bare-host'],
    ['tel://192.168.1.5/', 'bare-host'],
    ['10.0.0.256', 'bare-host'],
    ['12.34.56.78', 'bare-host'],
    ['192.168.1.5:5062', 'bare-host'],
    ['101:5060', 'bare-host'],
    ['localhost', 'bare-host'],
    ['localhost:5060', 'bare-host'],
    ['sip:pbx.test', 'bare-host'],
    ['pbx.test:5060', 'bare-host'],
  ]);

  refuses('when MicroSIP would change the host or port (facts N)', [
    ['101@192.0.2.1:5062', 'host', { account: { domain: '192.0.2.1' } }],
    ['101@192.0.2.1;lr', 'host', { account: { domain: '192.0.2.1' } }],
    ['101@192.0.2.1?X=1', 'host', { account: { domain: '192.0.2.1:5070' } }],
    ['101@[2001:db8::2]', 'host', { account: { domain: '[2001:db8::1]' } }],
    ['101@mysip:5060', 'host'],
  ]);

  refuses('when a part of its address is malformed (RFC 3261)', [
    ['@x.test', 'user'],
    ['sip:@x.test', 'user'],
    ['101@', 'host'],
    ['a@b@c', 'character'],
    ['a@-x', 'host'],
    ['a@x..y', 'host'],
    ['a@999.1.1.1', 'host'],
    ['a@1.2.3', 'host'],
    [`a@${'x'.repeat(64)}`, 'host'],
    ['a@[::1', 'host'],
    ['a@[1::2::3]', 'host'],
    ['a@[fe80::1%25eth0]', 'host'],
    ['a@[12345::]', 'host'],
    ['a@[1:2:3:4:5:6:7:8:9]', 'host'],
    ['a@x.test:', 'port'],
    ['a@x.test:0', 'port'],
    ['a@x.test:65536', 'port'],
    ['a@x.test;', 'parameter'],
    ['a@x.test;x=', 'parameter'],
    ['a@x.test;x;X', 'parameter'],
    ['a@x.test?', 'header'],
    ['a@x.test?x', 'header'],
    ['a@x.test?x=1;y', 'character'],
    ['a@x.test/y', 'character'],
    ['sip:a@x.test>', 'character'],
    ['müller@x.test', 'user'],
    ['a"b@x.test', 'syntax'],
    ['a%zz@x.test', 'percent-encoding'],
    ['a%ff@x.test', 'percent-encoding'],
    ['alice:secret@x.test', 'scheme'],
    ['sip:alice:secret@x.test', 'password'],
  ]);

  refuses('when its user has a sign at which MicroSIP takes addresses apart (facts N)', [
    ['sip:a;b@x.test', 'user'],
    ['sip:a;transport=tcp@x.test', 'user'],
    ['sip:a?b@x.test', 'user'],
    ['sip:a,b@x.test', 'comma'],
    ['sip:101,5@x.test', 'comma'],
  ]);

  refuses('when its parameters would send the call elsewhere or make it no call (facts A.7)', [
    ['sip:a@x.test;maddr=192.0.2.1', 'parameter'],
    ['sip:a@x.test;ttl=3', 'parameter'],
    ['sip:a@x.test;method=MESSAGE', 'parameter'],
    ['alice;x=y', 'parameter'],
    ['101?X=1', 'header'],
    ['alice?X=1', 'header'],
    ['sip:a@x.test?X=1', 'header', { version: '3.20.5', account: { transport: 'tcp' } }],
  ]);

  refuses('when it is a local number of somewhere else (RFC 3966)', [
    ['tel:7042;phone-context=example.com', 'phone-context'],
    ['tel:863-1234;phone-context=+1-914-555', 'phone-context'],
    ['tel:7042;phone-context=x.test', 'phone-context', { account: { domain: 'pbx.test' } }],
  ]);

  refuses('when it has letters that are no telephone number', [
    ['1-800-FLOWERS', 'letters'],
    ['101a', 'letters'],
    ['101p5', 'letters'],
    ['101w5', 'letters'],
    ['tel:alice', 'letters'],
    ['+abc', 'letters'],
    ['tel:70AB;phone-context=x', 'letters'],
    ['tel:1-800-FACADE', 'letters'],
    ['1 800 FLOWERS', 'space'],
  ]);

  refuses('when its comma has nothing in front, or no keys behind (facts A.7)', [
    [',101', 'comma'],
    [',', 'comma'],
    ['tel:,101', 'comma'],
    ['101,5?', 'dtmf'],
    ['101,e', 'dtmf'],
    ['101,+49', 'dtmf'],
    ['sip:a@x.test,x', 'dtmf'],
    ['tel:101;ext=abc', 'parameter'],
    ['tel:101;postd=w5', 'parameter'],
    ['tel:101;postd=p', 'parameter'],
  ]);

  refuses('when it is not one number', [
    ['+', 'syntax'],
    ['()', 'character'],
    ['...', 'character'],
    ['++49', 'character'],
    ['+49*5', 'character'],
    ['+1 415 555 2671 +1 415 555 2672', 'character'],
    ['100%', 'percent-encoding'],
    ['😀', 'character'],
    ['\\answer', 'character'],
    ['[2001:db8::1]', 'character'],
    ['²³', 'character'],
    ['"101"', 'syntax'],
    ['"101', 'syntax'],
    ['<101', 'syntax'],
    ['101>', 'character'],
    ['Bob <sip:a@x.test>;tag=1', 'syntax'],
    ['tel:101;ext=5;ext=6', 'parameter'],
    ['101 x5;ext=6', 'parameter'],
  ]);

  it('but a local number of the account’s own domain is dialled', () => {
    const check = checkTarget('tel:7042;phone-context=PBX.test', { account: { domain: 'pbx.test:5070' } });
    assert.ok(check.ok);
    assert.equal(check.target.commandLine, '7042');
  });

  it('with what may have been meant', () => {
    suggests('1-800-FLOWERS', '18003569377');
    suggests('1 800 FLOWERS', '18003569377');
    suggests('101w5', '101,5');
    suggests('sips:bob@x.test', 'sip:bob@x.test');
  });

  it('without a suggestion that would be refused as well', () => {
    suggests('sips:x.test', undefined);
    suggests('101p', undefined);
    suggests('101 hello', undefined);
  });

  it('with a message in which nothing of it stays invisible', () => {
    const check = checkTarget(`https:${'x'.repeat(70)}\u{e0001}`.slice(0, 60));
    assert.ok(!check.ok);
    assert.match(check.error.message, /^MicroSIP does not dial “https:”/u);

    const combining = checkTarget('101a\u0301\u034f');
    assert.ok(!combining.ok);
    assert.doesNotMatch(combining.error.message, /[\u0301\u034f]/u);
  });
});
