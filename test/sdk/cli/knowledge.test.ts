import assert from 'node:assert/strict';
import { catalogueAsJson } from '../../../sdk/src/catalogue/catalogue-as-json.ts';
import { catalogueSchema } from '../../../sdk/src/catalogue/catalogue-schema.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/explain-command-line.ts';
import type { Explanation } from '../../../sdk/src/explanation/explanation.ts';
import { cli } from './run-cli.ts';

const json = async (...words: string[]): Promise<Explanation> =>
  JSON.parse((await cli('explain', '--json', ...words)).stdout) as Explanation;

describe('microsip explain', () => {
  it('says that -hangup is dialled, and what hangs up', async () => {
    const { code, stdout } = await cli('explain', '--', '-hangup');
    assert.equal(code, 0);
    assert.match(stdout, /is no command of MicroSIP 3\.22\.16: it is dialled/u);
    assert.match(stdout, /`\/hangupall`.*`microsip hangup`/u);
    assert.match(stdout, /`\/hangupincoming`.*`microsip reject`/u);
  });

  it('says what is only inferred', async () => {
    const { stdout } = await cli('explain', 'tel:///hangupall/');
    assert.match(stdout, /encode its spaces\. \(inferred, not seen\) \[A\.11\]/u);
    assert.doesNotMatch((await cli('explain', '101')).stdout, /inferred/u);
  });

  it('prints the effects in the words of the phone model', async () => {
    assert.deepEqual((await json('--', '-hangup')).effects, [
      { do: 'raise' },
      { do: 'dialedAdd', number: '-hangup' },
      { do: 'call', number: '-hangup', uri: '<sip:-hangup@pbx.test>' },
    ]);
    assert.deepEqual((await json('/hangupall')).effects, [{ do: 'hangupAllExceptIncoming' }]);
  });

  it('takes a command line with and without --, in one word or in several', async () => {
    const expected = JSON.parse(JSON.stringify(explainCommandLine('-dial 101'))) as Explanation;
    assert.deepEqual(await json('--', '-dial', '101'), expected);
    assert.deepEqual(await json('-dial', '101'), expected);
    assert.deepEqual(await json('--', '-dial 101'), expected);
  });

  it('leaves the name of the program out, and says so', async () => {
    const { stdout, stderr } = await cli('explain', '--', 'microsip.exe', '/exit');
    assert.match(stdout, /^“\/exit” is understood/u);
    assert.match(stderr, /name of the program/u);
    assert.equal((await json('--', String.raw`C:\MicroSIP\microsip.exe`, '/exit')).commandLine, '/exit');
  });

  it('takes what the phone does from its options', async () => {
    assert.equal((await json('--not-running', '/hangupall')).assumptions.running, false);
    assert.equal((await json('--unregistered', '101')).parked, true);
    assert.equal((await json('--no-account', '101')).assumptions.account, false);
    assert.equal((await json('--in-call', '101')).outcome, 'nothing');
    assert.equal((await json('--in-call', '--several-calls', '101')).outcome, 'call');
  });

  it('compares the versions, telling those that do the same together', async () => {
    const all = JSON.parse(
      (await cli('explain', '--json', '--all-versions', '/hidden')).stdout,
    ) as Explanation[];
    assert.deepEqual(
      all.map(({ version }) => version),
      verifiedVersions,
    );
    const { stdout } = await cli('explain', '--all-versions', '/hangupincoming');
    assert.match(stdout, /MicroSIP 3\.20\.5: it is dialled/u);
    assert.match(stdout, /understood by MicroSIP 3\.21\.6, 3\.22\.3, 3\.22\.16/u);
  });

  it('says which version stands for one that was not read', async () => {
    const { stdout } = await cli('explain', '/hidden', '--microsip-version', '3.21.9');
    assert.match(stdout, /3\.21\.9 was not read; 3\.21\.6 stands for it/u);
  });

  it('explains a start without a command', async () => {
    assert.match((await cli('explain')).stdout, /show the window/u);
  });
});

describe('microsip catalogue', () => {
  it('prints the whole catalogue as one JSON value', async () => {
    const { stdout, code } = await cli('catalogue', '--json');
    assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(catalogueAsJson())));
    assert.equal(code, 0);
  });

  it('prints its schema', async () => {
    const schema: unknown = JSON.parse(JSON.stringify(catalogueSchema));
    assert.deepEqual(JSON.parse((await cli('catalogue', '--schema')).stdout), schema);
    assert.deepEqual(JSON.parse((await cli('catalogue', '--schema', '--json')).stdout), schema);
  });

  it('lists it for people', async () => {
    const { stdout } = await cli('catalogue');
    for (const word of ['/hangupincoming', 'not in 3.20.5', 'cmdCallEnd', 'callto:', '-hangup']) {
      assert.ok(stdout.includes(word), word);
    }
  });
});
