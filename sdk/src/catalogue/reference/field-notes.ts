/** Something that people who run MicroSIP in production saw, held against the source. */
export interface FieldNote {
  readonly observation: string;
  readonly agreement: 'agrees' | 'contradicts' | 'plausible' | 'not-checked' | 'outside-microsip';
  readonly remark?: string;
}

/** Testimony about 3.22.9, some 26 seats, driven by a local helper through command line and hooks (facts L). */
export const fieldNotes: readonly FieldNote[] = [
  {
    observation:
      '`/hangup` is dialled, and stands in `[Dialed]`; `/hangupcalling` spares answered calls; `/hangupall` works.',
    agreement: 'agrees',
  },
  { observation: 'With `singleMode=0` they have three outgoing calls at once.', agreement: 'agrees' },
  {
    observation: '`cmdCallStart` fires when the other side answers, and carries the number.',
    agreement: 'agrees',
  },
  {
    observation: 'A refusal some 2 s after dialling arrives as the busy event.',
    agreement: 'agrees',
    remark: '486 or 603.',
  },
  {
    observation: 'Hook paths with spaces fail silently; they use `C:\\Users\\Public\\…`.',
    agreement: 'agrees',
  },
  {
    observation:
      'Only UTF-16LE works for the ini: in UTF-8 the account is lost. They edit it only while MicroSIP is closed.',
    agreement: 'agrees',
  },
  {
    observation:
      'Two starts at once bring a modal error about the ini that blocks the seat; a queue with at least 300 ms between starts cured it.',
    agreement: 'agrees',
    remark: 'With 3.22.16, which opens the ini exclusively.',
  },
  {
    observation:
      '`minimized=1` concerns only the start; with `singleMode=0` windows reappear at every event; they run a helper that hides them.',
    agreement: 'agrees',
  },
  {
    observation: 'With `singleMode=1`, says one note, dialling leaves the window hidden.',
    agreement: 'contradicts',
    remark: 'The source of 3.22.3 and 3.22.16 raises it without condition. Try it on the target.',
  },
  { observation: '`msip:speakmute` does not silence the ringback tone.', agreement: 'not-checked' },
  {
    observation: 'Media keys did not hang up.',
    agreement: 'plausible',
    remark: 'Only the stop key, and only with `enableMediaButtons=1`.',
  },
  {
    observation:
      'The number of the event can differ in form from the one dialled; they compare the last 8 digits.',
    agreement: 'agrees',
  },
  {
    observation: 'Events get lost; a watchdog closes stale calls.',
    agreement: 'plausible',
    remark: 'Status 481, modal errors, killed processes.',
  },
  {
    observation:
      'Spam filters and voicemail of the network answer 200 OK, after about 8.9 s and 27 s: answered is not a human.',
    agreement: 'outside-microsip',
  },
  {
    observation: '`dialPlan` must be empty.',
    agreement: 'agrees',
    remark: 'A number that matches no alternative is emptied.',
  },
  {
    observation: 'Quick repeats of one number bring busy.',
    agreement: 'plausible',
    remark: 'The rule for the same contact is silent; busy comes from the network.',
  },
];
