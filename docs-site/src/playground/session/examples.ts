/** A command line that shows something, and why it is worth a try. */
export interface Example {
  readonly line: string;
  readonly why: string;
}

/** What is offered to try, from what everybody wants to what surprises. */
export const examples: readonly Example[] = [
  { line: '101', why: 'Dials' },
  { line: '-hangup', why: 'Is dialled, too' },
  { line: '/hangupall', why: 'Hangs up' },
  { line: '/answer', why: 'Answers what rings in' },
  { line: '/transfer:103', why: 'Transfers' },
  { line: '/dtmf:1234#', why: 'Sends digits' },
  { line: '101,,42#', why: 'Dials, then sends digits' },
  { line: '+1 (415) 555-2671', why: 'Is no call' },
  { line: 'tel:+14155552671', why: 'A link' },
  { line: '/exit', why: 'Ends MicroSIP' },
];
