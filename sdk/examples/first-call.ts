/**
 * The life of two calls, by the SDK alone, on a simulated phone that runs in a process of its own. This is what
 * `npm start` shows.
 */
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';
import { MicroSip, planAction, type Delivery, type MicroSipEvent, type PhoneAction } from 'microsip-sdk';
import { explainCommandLine, headline } from 'microsip-sdk/explanation';
import { provideExampleAccount, SimulatorClient } from 'microsip-sdk/simulator';

const number = '+1 (415) 555-2671';
const caller = '"Ada Lovelace" <sip:101@pbx.test>';

/** Plenty: all of it takes about four seconds. */
const limitMs = 20_000;

const beginning = performance.now();
const say = (text = ''): void => console.log(text);

/** A line with the time since the beginning in front. */
function sayAt(text: string): void {
  const seconds = ((performance.now() - beginning) / 1000).toFixed(2);
  say(`${styleText('dim', `${seconds.padStart(6)} s`)}  ${text}`);
}

/** Prints the events of a phone as they come, and lets others wait for one of them. */
class Timeline {
  readonly #seen: MicroSipEvent[] = [];
  readonly #news = new EventEmitter();

  async follow(events: AsyncIterable<MicroSipEvent>): Promise<void> {
    for await (const event of events) {
      sayAt(`    ${eventText(event)}`);
      this.#seen.push(event);
      this.#news.emit('event');
    }
  }

  /** Waits for a call with this number, already seen or still to come, to be in this state. */
  async call(who: string, state: string, signal: AbortSignal): Promise<void> {
    const isThere = (event: MicroSipEvent): boolean =>
      event.type === 'call' && event.number === who && event.state === state;
    while (!this.#seen.some(isThere)) await once(this.#news, 'event', { signal });
  }
}

const colours = {
  calling: 'cyan',
  ringing: 'cyan',
  incoming: 'magenta',
  active: 'green',
  idle: 'green',
  registered: 'green',
  'in-call': 'green',
  held: 'yellow',
  ended: 'red',
} as const;

function eventText(event: MicroSipEvent): string {
  const colour = Object.entries(colours).find(([state]) => state === event.state)?.[1] ?? 'dim';
  const state = styleText(colour, `● ${event.state.padEnd(12)}`);
  switch (event.type) {
    case 'call': {
      const reason = event.reason === undefined ? '' : `, ${event.reason}`;
      const name = event.name === undefined ? '' : ` (${event.name})`;
      return `${state} ${event.direction === 'outgoing' ? 'to' : 'from'} ${event.number ?? 'somebody'}${name}${reason}`;
    }
    case 'registration':
      return `${state} ${event.account ?? ''}`;
    case 'phone':
      return `${state} the phone`;
  }
}

/** Announces a call of the SDK and what it makes of MicroSIP's command line, and makes it. */
async function step(code: string, action: PhoneAction, command: () => Promise<Delivery>): Promise<void> {
  const [commandLine = ''] = planAction(action).commandLines;
  say();
  sayAt(
    `${styleText('bold', code.padEnd(36))}  ${styleText('dim', `microsip.exe ${commandLine}`.trimEnd())}`,
  );
  await command();
}

async function showCalls(phone: MicroSip, simulator: SimulatorClient, signal: AbortSignal): Promise<void> {
  const timeline = new Timeline();
  await step('phone.start()', { type: 'start' }, () => phone.start({ signal }));
  await simulator.waitUntilRunning({ signal });
  const watching = new AbortController();
  const following = timeline.follow(phone.events({ signal: watching.signal }));

  try {
    await step(`phone.dial('${number}')`, { type: 'dial', target: number }, () =>
      phone.dial(number, { signal }),
    );
    await timeline.call('+14155552671', 'active', signal);
    await step('phone.hangup()', { type: 'hangup' }, () => phone.hangup({ signal }));
    await timeline.call('+14155552671', 'ended', signal);

    say();
    sayAt(styleText('bold', 'Somebody calls'));
    await simulator.ring({ from: caller }, { signal });
    await timeline.call('101', 'incoming', signal);
    await step('phone.answer()', { type: 'answer' }, () => phone.answer({ signal }));
    await timeline.call('101', 'active', signal);

    say();
    sayAt(styleText('bold', 'Many web pages say: hang up with `microsip.exe -hangup`'));
    await simulator.sendCommandLine('-hangup', { signal });
    await timeline.call('-hangup', 'ringing', signal);
    const { advice, ...explanation } = explainCommandLine('-hangup');
    say(`            ${styleText('yellow', headline({ advice, ...explanation }))}`);
    say(`            What hangs up is ${advice[0]?.commandLine ?? ''}, or phone.hangup().`);

    await step('phone.hangup()', { type: 'hangup' }, () => phone.hangup({ signal }));
    await timeline.call('-hangup', 'ended', signal);
    await timeline.call('101', 'ended', signal);
    await step('phone.exit()', { type: 'exit' }, () => phone.exit({ signal }));
    await simulator.waitUntilEnded({ signal });
  } finally {
    watching.abort();
    await following;
  }
}

function sayWhatNext(): void {
  const commands = [
    ['npm run extension', 'the same in VS Code: dial, hang up, and the call in the status bar'],
    ['npm run docs', 'the documentation: every command, hook and setting, version by version'],
    ['npx microsip --help', 'the same on the command line'],
  ] as const;
  say();
  say(styleText('bold', 'What next'));
  for (const [command, text] of commands) say(`  ${styleText('cyan', command.padEnd(21))}${text}`);
}

async function main(): Promise<void> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  // Whoever reads along has seen enough, as with `| head`.
  process.stdout.on('error', () => interruption.abort());
  const signal = AbortSignal.any([interruption.signal, AbortSignal.timeout(limitMs)]);

  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'first-call-'));
  const simulator = new SimulatorClient(dataDirectory);
  try {
    // With singleMode=1, MicroSIP's default, it would ignore `-hangup` during a call: it dials one at a time.
    provideExampleAccount(dataDirectory, { singleMode: '0' });
    await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
    say(styleText('bold', 'The first call'));
    say(
      `A simulated MicroSIP ${phone.installation.version ?? ''}, driven by the SDK. No Windows, no SIP server, no sound.`,
    );
    await showCalls(phone, simulator, signal);
    sayWhatNext();
  } catch (error) {
    if (interruption.signal.aborted) {
      process.exitCode = 130;
    } else {
      const reason = signal.aborted ? 'It took longer than it may.' : messageOf(error);
      say(styleText('red', `\nThe first call did not work out: ${reason}`));
      process.exitCode = 1;
    }
  } finally {
    if (await simulator.isRunning()) await simulator.crash();
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

await main();
