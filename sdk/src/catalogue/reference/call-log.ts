/** A column of the call log. */
export interface CallLogColumn {
  readonly column: string;
  readonly meaning: string;
  readonly trap?: string;
}

/** The columns of table `call_log` in `call_log.db`, since 3.22.5 (facts F.1). */
export const callLogColumns: readonly CallLogColumn[] = [
  { column: 'id', meaning: 'Integer primary key, counting up.' },
  {
    column: 'callId',
    meaning: 'SIP Call-ID, unique, never null.',
    trap: 'Rows moved from the ini have an MD5 of their data instead.',
  },
  { column: 'number', meaning: 'Remote number or address, as shown.' },
  { column: 'name', meaning: 'Display name.' },
  { column: 'type', meaning: '0 outgoing, 1 incoming, 2 missed, 3 answered elsewhere.' },
  {
    column: 'time',
    meaning: 'Unix seconds (UTC) at which the row was inserted.',
    trap: 'The start of the call, not of the conversation.',
  },
  { column: 'duration', meaning: 'Connected seconds.', trap: '0 until the call has ended.' },
  {
    column: 'info',
    meaning:
      'How it ended, as text: "Call Ended", "Canceled", "Declined", "Answered Elsewhere", a SIP reason …',
    trap: 'In the language of the program: never compare it.',
  },
];

/** The numbers in the `type` of a call; up to 3.22.3 only the first three. */
export const callLogTypes = {
  outgoing: 0,
  incoming: 1,
  missed: 2,
  answeredElsewhere: 3,
} as const;

/** The header of the CSV export of 3.22.16 (facts F.1). */
export const callLogCsvHeader = 'ID,Type,Name,Number,Timestamp,UTC Time,Local Time,Duration,Info';
