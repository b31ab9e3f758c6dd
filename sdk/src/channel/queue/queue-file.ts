/** A process, as far as another process can tell it from others. */
export interface QueueMember {
  readonly pid: number;
  /** Process ids mean nothing on another machine or in another container. */
  readonly host: string;
}

/** A place in the line: a file whose name says everything. */
export interface Ticket {
  readonly name: string;
  readonly member: QueueMember;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When its owner gives up at the latest; milliseconds since 1970. */
  readonly until: number;
}

/**
 * What the file of a turn says. Times are milliseconds since 1970; `handOverAt` is when the last hand-over ended, which
 * an earlier turn made when this one was given up.
 */
export type TurnRecord =
  | { readonly state: 'held'; readonly member: QueueMember; readonly expiresAt: number }
  | { readonly state: 'over'; readonly endedAt: number; readonly handOverAt: number };

const digits = (value: number, length: number): string => String(Math.max(0, value)).padStart(length, '0');

/** The name of a turn's file. Turns are numbered, and no number is ever given twice. */
export function turnFileName(turn: number): string {
  return `turn-${digits(turn, 12)}`;
}

/** The number of a turn, if the file is one. */
export function turnOf(fileName: string): number | undefined {
  const number = /^turn-(\d{12})$/u.exec(fileName)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The name of a ticket; names sort as the tickets were drawn. */
export function ticketName(ticket: Omit<Ticket, 'name'>, count: number): string {
  const { member, since, until } = ticket;
  return `waiting-${digits(since, 15)}-${digits(member.pid, 10)}-${digits(count, 6)}-${digits(until, 15)}-${member.host}`;
}

/** The ticket that a file name stands for, if it is one. */
export function ticketOf(fileName: string): Ticket | undefined {
  const [, since, pid, until, host] =
    /^waiting-(\d{15})-(\d{10})-\d{6,}-(\d{15})-([0-9a-f]+)$/u.exec(fileName) ?? [];
  if (since === undefined || host === undefined) return undefined;
  return {
    name: fileName,
    member: { pid: Number(pid), host },
    since: Number(since),
    until: Number(until),
  };
}

/** Every record has one length, so that a new one replaces the old in a single write. */
const recordLength = 64;

/** What is written into the file of a turn. */
export function writeTurn(record: TurnRecord): string {
  const words =
    record.state === 'held'
      ? `held ${record.member.pid} ${record.member.host} ${record.expiresAt}`
      : `over ${record.endedAt} ${record.handOverAt}`;
  return `${words.padEnd(recordLength - 1)}\n`;
}

/** What the file of a turn says; nothing while it is being written. */
export function readTurn(content: string): TurnRecord | undefined {
  if (content.length !== recordLength) return undefined;
  const held = /^held (\d+) ([0-9a-f]+) (\d+) *\n$/u.exec(content);
  if (held?.[2] !== undefined) {
    return {
      state: 'held',
      member: { pid: Number(held[1]), host: held[2] },
      expiresAt: Number(held[3]),
    };
  }
  const over = /^over (\d+) (\d+) *\n$/u.exec(content);
  return over === null ? undefined : { state: 'over', endedAt: Number(over[1]), handOverAt: Number(over[2]) };
}
