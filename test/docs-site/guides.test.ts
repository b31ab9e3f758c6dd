import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

import { MicroSip } from '../../sdk/src/microsip.ts';
import { simulatedPhone } from '../support/sdk/simulated-phone.ts';
import { until } from '../support/sdk/until.ts';
import { describeOnPosix } from '../support/mocha/platform-tests.ts';
import { pages } from './code-blocks/pages.ts';
import { commandIn } from './code-blocks/shell-commands.ts';
import { GuideMachine } from './guide-machine.ts';

/** The blocks of a guide in one language, in their order. */
function blocksOf(guide: string, language: string): readonly string[] {
  const page = pages.find(({ file }) => file === `docs-site/docs/guides/${guide}.md`);
  assert.ok(page);
  return page.blocks.filter((block) => block.language === language).map(({ text }) => text);
}

/** The one block of a guide that says something. */
function blockWith(guide: string, part: string): string {
  const [block, ...others] = ['ts', 'json']
    .flatMap((language) => blocksOf(guide, language))
    .filter((text) => text.includes(part));
  assert.ok(block !== undefined && others.length === 0, `one block of ${guide} has ${part}`);
  return block;
}

/** The commands of a guide, but for those that name places of somebody's machine. */
function commandsOf(guide: string): readonly (readonly string[])[] {
  return blocksOf(guide, 'bash')
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => {
      const words = commandIn(line);
      return words === undefined || words.includes('--exe') ? [] : [words];
    });
}

/** Words of a text exchanged, which it must have. */
function exchanged(text: string, from: string, to: string): string {
  assert.ok(text.includes(from), from);
  return text.replaceAll(from, () => to);
}

describeOnPosix('the guides, as they stand', function (this: Mocha.Suite) {
  this.timeout(240_000);

  it('show a test of a call that needs nothing but the kit', async () => {
    await using machine = new GuideMachine();
    const { all, exitCode } = await machine.program(blockWith('test-in-ci', 'network.ring'));
    assert.deepEqual({ all, exitCode }, { all: 'hung-up', exitCode: 0 });
  });

  it('show far ends for programs that know nothing of the kit', async () => {
    await using machine = new GuideMachine();
    writeFileSync(path.join(machine.folder, 'far-ends.json'), blockWith('test-in-ci', '"rules"'));
    const [check = [], run = [], watch = []] = commandsOf('test-in-ci');
    assert.equal((await machine.command(check)).exitCode, 0);

    let ran = '';
    machine.command(run).all.on('data', (text: Buffer) => (ran += text.toString()));
    await until(() => ran !== '', 'the simulated phone to run');
    let told = '';
    machine.command(watch).all.on('data', (text: Buffer) => (told += text.toString()));
    await until(() => /"state":\s*"incoming".*Ada|Ada.*"state":\s*"incoming"/u.test(told), 'Ada to call');
  });

  it('post each event of a call to a web address', async () => {
    const posted: { readonly type: string; readonly state?: string; readonly number?: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        assert.equal(request.headers['content-type'], 'application/json');
        posted.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof posted)[number]);
        response.writeHead(posted.length === 1 ? 500 : 204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(address !== null && typeof address !== 'string');
    try {
      await using machine = new GuideMachine();
      const text = exchanged(blockWith('webhook', 'fetch('), '127.0.0.1:8080', `127.0.0.1:${address.port}`);
      let said = '';
      machine.program(text).all.on('data', (part: Buffer) => (said += part.toString()));
      const ini = path.join(machine.phoneFolder, 'microsip.ini');
      await until(() => readFileSync(ini, 'utf16le').includes('enableLog=1'), 'the log to be on');
      await using phone = await MicroSip.connect({
        backend: 'simulator',
        dataDirectory: machine.phoneFolder,
      });
      // Nothing tells when the program has begun to listen; the first calls may be over by then.
      await until(async () => {
        const { call } = await phone.dialAndWait('101', { until: 'active' });
        await phone.hangup();
        await phone.waitForCall('ended', { callId: call.callId });
        return ['active', 'ended'].every((wanted) => posted.some(({ state }) => state === wanted));
      }, 'a call that was told as a whole');
      assert.deepEqual([...new Set(posted.map(({ type }) => type))], ['call']);
      assert.ok(posted.some(({ number, state }) => state === 'active' && number === '101'));
      await until(() => said.includes('answered 500'), 'the complaint about the first answer');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('set a phone up without a person before it', async () => {
    await using machine = new GuideMachine({ SIP_PASSWORD: 'top secret' });
    const { all, exitCode } = await machine.program(blockWith('provisioning', "'Account1', 'username'"));
    assert.deepEqual({ all, exitCode }, { all: '', exitCode: 0 });
    await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory: machine.phoneFolder });
    const ini = await phone.settings.read();
    assert.deepEqual(
      ['label', 'server', 'domain', 'username'].map((key) => ini.get('Account1', key)),
      ['Office', 'pbx.example', 'pbx.example', '101'],
    );
  });

  for (const guide of ['intercom', 'provisioning', 'safe-hooks', 'troubleshooting']) {
    it(`have commands that a phone takes, in their order: ${guide}`, async () => {
      await using machine = new GuideMachine();
      const commands = commandsOf(guide);
      assert.ok(commands.length > 0);
      for (const words of commands) {
        const { all, exitCode } = await machine.command(words);
        // Doctor ends with 1 where it finds something wrong.
        assert.ok(exitCode === 0 || (exitCode === 1 && words[0] === 'doctor'), `${words.join(' ')}: ${all}`);
      }
    });
  }

  it('make a phone answer those that are named, and let the others ring', async () => {
    await using machine = new GuideMachine();
    const { all, exitCode } = await machine.program(blockWith('intercom', 'autoAnswerNumber'));
    assert.deepEqual({ all, exitCode }, { all: '', exitCode: 0 });
    await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory: machine.phoneFolder });
    await phone.log.enable();
    await phone.start();
    await machine.phone.waitUntilRunning();
    await machine.phone.ring({ from: '<sip:102@pbx.test>' });
    const { callId } = await phone.waitForCall('active');
    await phone.hangup();
    await phone.waitForCall('ended', { callId });
    await machine.phone.ring({ from: '<sip:103@pbx.test>' });
    assert.equal((await phone.waitForCall('ringing')).number, '103');
    assert.deepEqual(
      (await phone.status()).calls.map(({ state }) => state),
      ['incoming'],
    );
  });

  it('stop all phones that answer each other', async () => {
    const settings = { autoAnswer: 'all', localDTMF: '0', enableLog: '1' };
    await using desk = await simulatedPhone({}, settings);
    await using door = await simulatedPhone({}, settings);
    await Promise.all([desk.phone.start(), door.phone.start()]);
    for (const one of [desk, door]) {
      await one.simulator.waitUntilRunning();
      await one.simulator.ring({ from: '<sip:104@pbx.test>' });
      await one.phone.waitForCall('active');
    }
    const stop = blockWith('many-phones', 'Promise.all(\n');
    const folders = JSON.stringify([desk.dataDirectory, door.dataDirectory]);
    const text = exchanged(
      exchanged(stop, '{ executable }', "{ backend: 'simulator', dataDirectory: executable }"),
      /\[.*\]/u.exec(stop)?.[0] ?? '',
      folders,
    );
    await using machine = new GuideMachine();
    const { all, exitCode } = await machine.program(text);
    assert.deepEqual({ all, exitCode }, { all: '', exitCode: 0 });
    for (const { phone } of [desk, door]) {
      const { calls, phone: state } = await phone.status();
      assert.deepEqual({ calls, state }, { calls: [], state: 'not-running' });
    }
  });

  it('show a hook that takes what a caller says for a number or for nothing', async () => {
    await using machine = new GuideMachine();
    const script = path.join(machine.folder, 'on-call.mts');
    writeFileSync(script, blockWith('safe-hooks', 'calls.ndjson'));
    const [line = ''] = blocksOf('safe-hooks', 'ini').flatMap(
      (text) => /^cmdCallStart=.*on-call.*$/mu.exec(text)?.[0] ?? [],
    );
    const value = exchanged(line, String.raw`C:\Hooks\node.exe`, process.execPath);
    await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory: machine.phoneFolder });
    await phone.settings.change((ini) => {
      ini.set(
        'Settings',
        'cmdCallStart',
        exchanged(value, String.raw`C:\Hooks\on-call.mts`, script).replace('cmdCallStart=', ''),
      );
    });
    await phone.log.enable();
    await phone.start();
    await machine.phone.waitUntilRunning();

    const told: unknown[] = [];
    for (const from of ['<sip:101@pbx.test>', '"<sip:101 & calc@x>" <sip:900@pbx.test>']) {
      const callId = await machine.phone.ring({ from });
      await phone.waitForCall('ringing', { callId });
      await phone.answer();
      await phone.waitForCall('active', { callId });
      const calls = path.join(machine.folder, 'calls.ndjson');
      const lines = (): string[] =>
        existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
      await until(() => lines().length > told.length, 'the hook to write');
      told.push(JSON.parse(lines().at(-1) ?? ''));
      await phone.hangup();
      await phone.waitForCall('ended', { callId });
    }
    assert.deepEqual(
      (told as { readonly event: string; readonly number: string }[]).map(({ event, number }) => [
        event,
        number,
      ]),
      [
        ['start', '101'],
        ['start', 'not a number'],
      ],
    );
  });

  it('tell of a call that comes in', async () => {
    await using machine = new GuideMachine();
    await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory: machine.phoneFolder });
    await phone.log.enable();
    await phone.start();
    await machine.phone.waitUntilRunning();
    let said = '';
    const program = machine.program(blockWith('safe-hooks', 'it rings'));
    program.all.on('data', (part: Buffer) => (said += part.toString()));
    // Nothing tells when the program has begun to listen; the first calls may be over by then.
    await until(async () => {
      const callId = await machine.phone.ring({ from: '<sip:105@pbx.test>' });
      await phone.waitForCall('ringing', { callId });
      await phone.reject();
      await phone.waitForCall('ended', { callId });
      return /^it rings 105$/mu.test(said);
    }, 'the program to tell of a call');
  });

  it('have two simulated phones run beside each other', async () => {
    await using machine = new GuideMachine();
    // A phone that was just started has yet to register.
    const { all, exitCode } = await machine.program(`${blockWith('many-phones', 'phones/desk')}
      for (const phone of [desk, door]) {
        using tracker = await phone.track();
        while (tracker.status.phone !== 'idle') await new Promise((resolve) => tracker.onDidChange(resolve));
      }
      console.log((await desk.status()).phone, (await door.status()).phone);
      await desk.exit();
      await door.exit();`);
    assert.deepEqual({ all, exitCode }, { all: 'idle idle', exitCode: 0 });
  });
});
