import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { DialledCall } from '../../../../sdk/src/phone-model/command-effect.ts';
import { dialling, effectsOf, refusal } from '../../../support/effects.ts';
import type { VectorSettings } from '../../../support/vectors.ts';

const upTo3223 = ['3.20.5', '3.21.6', '3.22.3'] as const;

function callOf(
  version: (typeof verifiedVersions)[number],
  number: string,
  settings: VectorSettings = {},
): DialledCall {
  const call = effectsOf(version, number, settings).find((effect) => effect.do === 'call');
  assert.ok(call, `${version} does not call ${number}`);
  return call;
}

describe('number formatting (facts A.7)', () => {
  it('cuts at a comma; the rest is sent as DTMF', () => {
    for (const version of upTo3223) {
      assert.deepEqual(callOf(version, '101,,5'), {
        do: 'call',
        number: '101,,5',
        uri: '<sip:101@pbx.test>',
        dtmf: ',5',
      });
    }
  });

  it('loses the commands of the displayed number in 3.22.16 (facts N)', () => {
    assert.deepEqual(callOf('3.22.16', '101,5'), {
      do: 'call',
      number: '101',
      uri: '<sip:101@pbx.test>',
      dtmf: '5',
    });
  });

  it('keeps a comma in first or last position, but not in 3.22.16', () => {
    for (const version of upTo3223) {
      assert.equal(callOf(version, '101,').uri, '<sip:101,@pbx.test>');
      assert.equal(callOf(version, ',101').uri, '<sip:,101@pbx.test>');
    }
    assert.equal(callOf('3.22.16', '101,').uri, '<sip:101@pbx.test>');
    assert.deepEqual(effectsOf('3.22.16', ',101'), refusal(',101'));
  });

  it('treats nothing with angle brackets, and calls a full address in them only (facts N)', () => {
    const settings = { account1: { dialingPrefix: '0049', dialPlan: 'xxx' } };
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '<sip:101@x.test>', settings).uri, '<sip:101@x.test>');
      assert.deepEqual(effectsOf(version, '<101>'), refusal('<101>'));
      assert.deepEqual(effectsOf(version, '<sip:101>'), refusal('<sip:101>'));
    }
  });

  it('calls IP addresses and localhost by the local account when it is active', () => {
    for (const version of verifiedVersions) {
      for (const number of ['101@192.168.1.5', '101@localhost', '101@192.168.1.5:5062']) {
        const call = callOf(version, number, { enableLocalAccount: true });
        assert.deepEqual(call, { do: 'call', number, uri: `<sip:${number}>`, local: true });
        assert.equal(callOf(version, number).local, undefined);
      }
    }
  });

  it('dials a bare IP address as digits at the domain of the account (facts N)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '192.168.1.5'), dialling('192.168.1.5', '<sip:19216815@pbx.test>'));
    }
  });

  it('cleans telephone numbers, and everything that begins with a plus', () => {
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '(030)123-45.6/7').uri, '<sip:0301234567@pbx.test>');
      assert.equal(callOf(version, '+1-800-FLOWERS').uri, '<sip:+1800FLOWERS@pbx.test>');
      assert.equal(callOf(version, '1-800-FLOWERS').uri, '<sip:1-800-FLOWERS@pbx.test>');
    }
  });

  it('cleans short ones too, but not in 3.22.16', () => {
    for (const version of upTo3223) assert.equal(callOf(version, '1-2').uri, '<sip:12@pbx.test>');
    assert.equal(callOf('3.22.16', '1-2').uri, '<sip:1-2@pbx.test>');
  });

  it('puts the prefix before telephone numbers of more than three digits, in place of a plus', () => {
    const settings = { account1: { dialingPrefix: '0049' } };
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '0301234', settings).uri, '<sip:00490301234@pbx.test>');
      assert.equal(callOf(version, '+4930123', settings).uri, '<sip:00494930123@pbx.test>');
      assert.equal(callOf(version, '101', settings).uri, '<sip:101@pbx.test>');
      assert.equal(callOf(version, '101a5', settings).uri, '<sip:101a5@pbx.test>');
    }
  });

  it('puts sip: in front unless it stands anywhere, in any case', () => {
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, 'tel:sip:101@x.test').uri, '<sip:101@x.test>');
      assert.deepEqual(effectsOf(version, 'MicroSIP:1'), refusal('MicroSIP:1'));
    }
  });

  it('keeps a domain, and drops the port of the own one on the way (facts N)', () => {
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '101@x.test:5070').uri, '<sip:101@x.test:5070>');
      assert.equal(callOf(version, '101@x.test:5070').invite, undefined);
      assert.equal(callOf(version, '101@pbx.test:5060').invite, '<sip:101@pbx.test>');
    }
  });

  it('takes away transport, ttl and maddr in 3.22.16, up to the next ; or the end, in lower case (facts N)', () => {
    const invite = (number: string) => callOf('3.22.16', number).invite;
    assert.equal(invite('101@x.test;transport=tcp;lr'), '<sip:101@x.test;lr>');
    assert.equal(invite('101@x.test;ttl=3;maddr=1.2.3.4'), '<sip:101@x.test>');
    assert.equal(invite('101@x.test;transport=tcp?X=1'), '<sip:101@x.test>');
    assert.equal(invite('101@x.test;Transport=TCP'), undefined);
    for (const version of upTo3223) {
      assert.equal(callOf(version, '101@x.test;transport=tcp').invite, undefined);
    }
  });

  it('adds the transport of the account: twice, behind the headers, or right (facts N)', () => {
    const settings = { account1: { transport: 'tls' } } as const;
    const number = '101@x.test;transport=tcp?X=1';
    const invites = verifiedVersions.map((version) => callOf(version, number, settings).invite);
    assert.deepEqual(invites, [
      '<sip:101@x.test;transport=tcp?X=1;transport=tls>',
      '<sip:101@x.test;transport=tcp;transport=tls?X=1>',
      '<sip:101@x.test;transport=tcp;transport=tls?X=1>',
      '<sip:101@x.test;transport=tls>',
    ]);
    assert.equal(callOf('3.20.5', number, settings).inviteValid, false);
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '101', settings).invite, '<sip:101@pbx.test;transport=tls>');
      assert.equal(callOf(version, '101', { account1: { transport: 'udp' } }).invite, undefined);
    }
  });

  it('lets headers and parameters of a bare number become part of the user (facts N)', () => {
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '101?X=1').uri, '<sip:101?X=1@pbx.test>');
      assert.equal(callOf(version, '101;x=y').uri, '<sip:101;x=y@pbx.test>');
    }
  });

  it('hands ?Header=value of a full address on', () => {
    for (const version of verifiedVersions) {
      assert.equal(callOf(version, '101@x.test?X-Id=7').uri, '<sip:101@x.test?X-Id=7>');
    }
  });
});
