import {
  readTurn,
  ticketName,
  ticketOf,
  turnFileName,
  turnOf,
  writeTurn,
  type QueueMember,
  type Ticket,
  type TurnRecord,
} from './queue-file.ts';

/** The folder that the processes of one queue share. Every method is one atomic act towards other processes. */
export interface QueueFolder {
  list(): readonly string[];
  /** The content of a file; nothing when it is gone. */
  read(name: string): string | undefined;
  /** When a file was written last, in milliseconds since 1970; nothing when it is gone. */
  modifiedAt(name: string): number | undefined;
  /** Creates an empty file; `false` when it is there already. */
  create(name: string): boolean;
  /** Replaces the content of a file that exists. */
  write(name: string, content: string): void;
  /** Removes a file; one that is gone already is fine. */
  remove(name: string): void;
}

/** What the queue has to know about the world. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `false` only when the process has certainly ended. */
  readonly isAlive: (member: QueueMember) => boolean;
}

/** Who wants a turn. */
export interface Claimant {
  readonly member: QueueMember;
  /** When the claimant gives up at the latest; milliseconds since 1970. */
  readonly until: number;
  /** How many tickets its process has drawn; keeps those of one millisecond in order. */
  readonly count: number;
  /** The ticket drawn by an earlier attempt. */
  readonly ticket?: string | undefined;
  /** Whether another of its own process waits before it, behind which it gets a place and no turn. */
  readonly behindOwn?: boolean | undefined;
  /** The turn that this process ended just now. */
  readonly last?: EndedTurn | undefined;
}

/** A turn that is over; times are milliseconds since 1970. */
export interface EndedTurn {
  readonly turn: number;
  readonly endedAt: number;
  readonly handOverAt: number;
}

/** What an attempt came to: a turn of one's own, or a place in the line. Times are milliseconds since 1970. */
export type Attempt =
  | {
      readonly outcome: 'claimed';
      readonly turn: number;
      /** When the next launch may be made. */
      readonly launchNotBefore: number;
      /** When the hand-over before ended; 0 when there was none. */
      readonly lastHandOverAt: number;
    }
  | { readonly outcome: 'waiting'; readonly ticket: string; readonly retryInMs: number };

/** The spacing from the end of a hand-over, by whatever channel, to the next launch (facts B.1). */
export const launchGapMs = 300;

/**
 * How long a turn is believed to be held. Longer than any launch may take, so it decides only about holders whose
 * process id was given to another process.
 */
export const turnLeaseMs = 45_000;

/** How long the first in the line may leave a free turn lying before anybody may take it. */
const patienceMs = 2000;

/** How long a file may be half written before its writer is taken for dead. */
const writingMs = 2000;

const pollMs = 40;
const longestPollMs = 1000;

/**
 * One attempt at getting a turn. A turn is a file with the next higher number, created exclusively: the file with the
 * highest number says whether the turn is held or over, and a holder that died is passed over with the number after
 * it. Nobody ever has to break another's lock, which is where lock files usually let two in.
 *
 * Each `yield` marks a point at which other processes may act; the tests interleave there.
 */
export function* claimTurn(
  folder: QueueFolder,
  claimant: Claimant,
  { now, isAlive }: Surroundings,
): Generator<undefined, Attempt, undefined> {
  if (claimant.behindOwn === true) {
    const ticket = claimant.ticket ?? drawTicket(folder, claimant, now());
    return { outcome: 'waiting', ticket, retryInMs: Math.max(claimant.until - now(), longestPollMs) };
  }
  const next = yield* claimNext(folder, claimant, now);
  if (next !== undefined) return next;
  const names = folder.list();
  yield;
  const newest = newestTurn(names);
  const vacancy = newest === undefined ? neverUsed : yield* vacancyAfter(folder, newest, { now, isAlive });
  const ahead = yield* ticketsAhead(folder, names, claimant, { now, isAlive });

  const overdue =
    vacancy !== undefined && Math.abs(now() - (vacancy.since ?? ahead[0]?.since ?? 0)) > patienceMs;
  if (vacancy !== undefined && (ahead.length === 0 || overdue)) {
    const turn = (newest ?? 0) + 1;
    if (yield* createTurn(folder, turn, claimant, { time: now(), silent: vacancy.silent })) {
      if (claimant.ticket !== undefined) folder.remove(claimant.ticket);
      const { launchNotBefore, lastHandOverAt } = vacancy;
      return { outcome: 'claimed', turn, launchNotBefore, lastHandOverAt };
    }
  }

  const ticket = claimant.ticket ?? drawTicket(folder, claimant, now());
  const retryInMs = ahead.length === 0 ? pollMs : Math.min(ahead.length * launchGapMs, longestPollMs);
  return { outcome: 'waiting', ticket, retryInMs };
}

/** How long a process trusts that its last turn still lies there; whoever cleans the folder up waits for days. */
const trustMs = 60_000;

/**
 * Claims the turn behind the claimant's own last one without a look beforehand, as somebody would who looked when that
 * one ended. With it, commands of one process that meet nobody else take half as long.
 */
function* claimNext(
  folder: QueueFolder,
  claimant: Claimant,
  now: Surroundings['now'],
): Generator<undefined, (Attempt & { outcome: 'claimed' }) | undefined, undefined> {
  const { last, ticket, member } = claimant;
  const time = now();
  if (last === undefined || ticket !== undefined || Math.abs(time - last.endedAt) > trustMs) return undefined;
  const turn = last.turn + 1;
  const name = turnFileName(turn);
  const created = folder.create(name);
  yield;
  if (!created) return undefined;
  folder.write(name, writeTurn({ state: 'held', member, expiresAt: time + turnLeaseMs }));
  yield;
  const names = folder.list();
  yield;
  if (newestTurn(names) !== turn) {
    folder.remove(name);
  } else if (names.some((each) => ticketOf(each) !== undefined)) {
    // Somebody has waited longer.
    endTurn(folder, turn, { endedAt: now(), handOverAt: last.handOverAt });
  } else {
    const launchNotBefore = Math.min(last.handOverAt, time) + launchGapMs;
    return { outcome: 'claimed', turn, launchNotBefore, lastHandOverAt: last.handOverAt };
  }
  yield;
  return undefined;
}

/** Whether a turn is still the newest: a holder that slept beyond its lease has lost it. */
export function isNewestTurn(folder: QueueFolder, turn: number): boolean {
  return newestTurn(folder.list()) === turn;
}

/** Ends a turn; `handOverAt` is when the last hand-over ended, whoever made it. Then it cleans up behind all of them. */
export function endTurn(
  folder: QueueFolder,
  turn: number,
  times: { readonly endedAt: number; readonly handOverAt: number },
): void {
  folder.write(turnFileName(turn), writeTurn({ state: 'over', ...times }));
  // The turn before stays, so that whoever is listing the folder right now misses at most one of the two.
  for (const old of folder.list()) if ((turnOf(old) ?? turn) < turn - 1) folder.remove(old);
}

interface Vacancy {
  /** The turn whose holder was taken for dead because it did not write who it is. */
  readonly silent?: string;
  /** Since when the turn could be taken, as far as that is known. */
  readonly since: number | undefined;
  readonly launchNotBefore: number;
  readonly lastHandOverAt: number;
}

const neverUsed: Vacancy = { since: undefined, launchNotBefore: 0, lastHandOverAt: 0 };

function newestTurn(names: readonly string[]): number | undefined {
  const turns = names.map(turnOf).filter((turn) => turn !== undefined);
  return turns.length === 0 ? undefined : Math.max(...turns);
}

/** Whether the next turn may be taken; nothing while the newest one is held. */
function* vacancyAfter(
  folder: QueueFolder,
  newest: number,
  { now, isAlive }: Surroundings,
): Generator<undefined, Vacancy | undefined, undefined> {
  const name = turnFileName(newest);
  const content = folder.read(name);
  yield;
  const record = content === undefined ? undefined : readTurn(content);
  const time = now();
  if (record?.state === 'over') {
    const { endedAt, handOverAt } = record;
    // A clock that was set back must not stretch the gap.
    const launchNotBefore = Math.min(handOverAt, time) + launchGapMs;
    return { since: endedAt, launchNotBefore, lastHandOverAt: handOverAt };
  }
  const since = record === undefined ? folder.modifiedAt(name) : abandonedSince(record, time, isAlive);
  if (since === undefined || (record === undefined && Math.abs(time - since) <= writingMs)) return undefined;
  // Its holder may have launched just before it died.
  const gap = { since, launchNotBefore: time + launchGapMs, lastHandOverAt: time };
  return record === undefined ? { ...gap, silent: name } : gap;
}

function abandonedSince(
  record: TurnRecord & { readonly state: 'held' },
  time: number,
  isAlive: Surroundings['isAlive'],
): number | undefined {
  // An end farther away than any lease was written before the clock was set back, and may be hours away by now.
  const isLeased = time <= record.expiresAt && record.expiresAt - time <= turnLeaseMs + patienceMs;
  return isLeased && isAlive(record.member) ? undefined : record.expiresAt;
}

/** The tickets drawn before the claimant's own, oldest first. Those of dead processes are removed on the way. */
function* ticketsAhead(
  folder: QueueFolder,
  names: readonly string[],
  claimant: Claimant,
  { now, isAlive }: Surroundings,
): Generator<undefined, readonly Ticket[], undefined> {
  const ahead: Ticket[] = [];
  for (const name of [...names].sort()) {
    const ticket = ticketOf(name);
    if (ticket === undefined || (claimant.ticket !== undefined && name >= claimant.ticket)) continue;
    if (now() <= ticket.until + patienceMs && isAlive(ticket.member)) {
      ahead.push(ticket);
    } else {
      folder.remove(name);
      yield;
    }
  }
  return ahead;
}

function* createTurn(
  folder: QueueFolder,
  turn: number,
  { member }: Claimant,
  { time, silent }: { readonly time: number; readonly silent: string | undefined },
): Generator<undefined, boolean, undefined> {
  const name = turnFileName(turn);
  const created = folder.create(name);
  yield;
  if (!created) return false;
  folder.write(name, writeTurn({ state: 'held', member, expiresAt: time + turnLeaseMs }));
  yield;
  // Between the look at the folder and the creation others may have had this turn and later ones, and cleaned up.
  const isNewest = isNewestTurn(folder, turn);
  yield;
  if (isNewest && !(yield* hasSpoken(folder, silent))) return true;
  folder.remove(name);
  return false;
}

/**
 * Whether a holder that was taken for dead has written who it is. It looks for a newer turn after it wrote; asked after
 * the newer turn was created, one of the two sees the other, whichever was stopped.
 */
function* hasSpoken(
  folder: QueueFolder,
  turnFile: string | undefined,
): Generator<undefined, boolean, undefined> {
  if (turnFile === undefined) return false;
  const content = folder.read(turnFile);
  yield;
  return content !== undefined && readTurn(content) !== undefined;
}

function drawTicket(folder: QueueFolder, { member, until, count }: Claimant, since: number): string {
  const name = ticketName({ member, since, until }, count);
  folder.create(name);
  return name;
}
