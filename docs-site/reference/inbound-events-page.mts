import { codeBlock, page, table } from './markdown.mts';

/** The page of the ways to learn what the phone does. */
export function inboundEventsPage(): string {
  return page(
    {
      slug: '/reference/inbound-events',
      title: 'Inbound events',
      description:
        'MicroSIP has no webhooks and answers no questions. Four ways to learn what its calls do, what each tells and what it costs the phone.',
    },
    `MicroSIP tells nobody what it does: it has no webhook, no event stream and no command that asks for its state. What
happens can be learned in four ways.`,
    table(
      ['Method', 'Tells', 'Costs the phone'],
      [
        [
          '[A. Programs it starts](#a-programs-it-starts)',
          'at once: that a call goes out, comes in, rings, is answered, ends, is refused; and the number',
          'it stands still until the program has ended, up to 10 s',
        ],
        [
          '[B. Its log](#b-its-log)',
          'at once: registration, and every call with its states, SIP status, Call-ID and addresses',
          'nothing; the file grows',
        ],
        [
          '[C. Its call history](#c-its-call-history)',
          'a row at the start of a call, completed at its end: number, name, direction, time, duration',
          'nothing, if it is read in short transactions',
        ],
        ['[D. The exchange](#d-the-exchange)', 'what your PBX or provider tells of its calls', 'nothing'],
      ],
    ),
    '## A. Programs it starts {#a-programs-it-starts}',
    `Keys of the ini name a program for each of eight events (seven in 3.20.5): [event hooks](/reference/event-hooks). The program gets the
number of the far end and nothing else: no Call-ID, no direction, no duration. Only the value of \`cmdOutgoingCall\` can ask for more, by
[placeholders](/reference/event-hooks#placeholders), from 3.21.6 on. MicroSIP waits for it, frozen, for up to ten seconds.
It must hand the event on and end at once, and it must be an \`.exe\`: the caller chooses the text that MicroSIP puts at the
end of the command, and a batch file would run it. Local errors fire no hook at all.`,
    codeBlock('bash', 'microsip hooks install --restart\nmicrosip events --follow --json'),
    '## B. Its log {#b-its-log}',
    `With \`enableLog=1\` MicroSIP writes [the log of its SIP stack](/reference/files#log-file), with complete SIP messages.
It knows most, costs nothing, and can be read back: who starts to read in the middle of a call learns of its beginning.
It is private, and it is not rotated during a run.`,
    codeBlock('bash', 'microsip log enable --restart\nmicrosip status --follow'),
    '## C. Its call history {#c-its-call-history}',
    `[The history](/reference/files#call-history) tells what has happened: in the ini up to 3.22.3, in an SQLite file since
3.22.5. It has no SIP status and no time of answer, and the text about the end of a call is in the language of the window.`,
    codeBlock('bash', 'microsip history --since 1d --json'),
    '## D. The exchange {#d-the-exchange}',
    `Calls of an account with a server go through an exchange, which knows of them too. What it tells, and how, stands in its
own documentation and not in this one. It needs nothing from MicroSIP, and it cannot know what happens on the desk: the
mute, the window, a number that waits, a modal error.`,
    '## A webhook of them {#webhook}',
    `The kit reads the log and the hooks, whichever is on, and gives one stream of events. Posting them somewhere is then
a few lines:`,
    codeBlock(
      'ts',
      `import { MicroSip } from 'microsip-sdk';

const webhook = new URL('https://example.org/calls');

await using phone = await MicroSip.connect();
for await (const event of phone.events()) {
  await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(5_000),
  });
}`,
    ),
    `What if the address does not answer, or an event comes twice: [A webhook for calls](/guides/webhook).`,
    `The number and the name in an event are chosen by the caller: treat them as hostile text. How state is made of events,
and what \`unknown\` means, is told in [Know the call state](/call-state).`,
  );
}
