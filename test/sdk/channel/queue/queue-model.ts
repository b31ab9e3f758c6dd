import {
  claimTurn,
  endTurn,
  isNewestTurn,
  launchGapMs,
  type Attempt,
  type EndedTurn,
  type QueueFolder,
} from '../../../../sdk/src/channel/queue/claim-turn.ts';

/** A queue's folder in memory. */
export class MemoryFolder implements QueueFolder {
  readonly #files = new Map<string, { content: string; modifiedAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  list(): readonly string[] {
    return [...this.#files.keys()];
  }

  read(name: string): string | undefined {
    return this.#files.get(name)?.content;
  }

  modifiedAt(name: string): number | undefined {
    return this.#files.get(name)?.modifiedAt;
  }

  create(name: string): boolean {
    if (this.#files.has(name)) return false;
    this.#files.set(name, { content: '', modifiedAt: this.#now() });
    return true;
  }

  write(name: string, content: string): void {
    if (this.#files.has(name)) this.#files.set(name, { content, modifiedAt: this.#now() });
  }

  remove(name: string): void {
    this.#files.delete(name);
  }
}

type Phase =
  | { readonly at: 'attempting'; readonly steps: Generator<undefined, Attempt, undefined> }
  | { readonly at: 'waiting'; readonly until: number }
  | { readonly at: 'gap'; readonly attempt: Attempt & { outcome: 'claimed' } }
  | { readonly at: 'launching'; readonly attempt: Attempt & { outcome: 'claimed' } }
  | { readonly at: 'done' }
  | { readonly at: 'crashed' };

/** One launch that was made. */
export interface ModelLaunch {
  readonly pid: number;
  readonly startedAt: number;
  endedAt: number | undefined;
  crashed: boolean;
}

/** What each process wants. */
const launchesEach = 2;

/** Processes that want two launches each, on one folder, whose every single act can be interleaved. */
export class QueueModel {
  now = 1_000_000;
  readonly folder = new MemoryFolder(() => this.now);
  readonly launches: ModelLaunch[] = [];
  readonly #phases: Phase[];
  readonly #tickets: (string | undefined)[];

  constructor(processes: number) {
    this.#phases = Array.from({ length: processes }, (_, pid) => this.#attempting(pid, undefined));
    this.#tickets = Array.from({ length: processes }, () => undefined);
  }

  get size(): number {
    return this.#phases.length;
  }

  phaseOf(pid: number): Phase['at'] | undefined {
    return this.#phases[pid]?.at;
  }

  /** Lets a process do its next single act, if its time has come. */
  step(pid: number): void {
    const phase = this.#phases[pid];
    if (phase !== undefined) this.#phases[pid] = this.#next(pid, phase);
  }

  /** Kills a process, wherever it is. */
  crash(pid: number): void {
    const launch = this.launches.findLast((candidate) => candidate.pid === pid);
    if (this.phaseOf(pid) === 'launching' && launch !== undefined) launch.crashed = true;
    if (this.phaseOf(pid) !== 'done') this.#phases[pid] = { at: 'crashed' };
  }

  #next(pid: number, phase: Phase): Phase {
    switch (phase.at) {
      case 'attempting': {
        const { done, value } = phase.steps.next();
        if (done !== true) return phase;
        if (value.outcome === 'claimed') {
          this.#tickets[pid] = undefined;
          return { at: 'gap', attempt: value };
        }
        this.#tickets[pid] = value.ticket;
        return { at: 'waiting', until: this.now + value.retryInMs };
      }
      case 'waiting':
        return this.now < phase.until ? phase : this.#attempting(pid, this.#tickets[pid]);
      case 'gap':
        if (this.now < phase.attempt.launchNotBefore) return phase;
        if (!isNewestTurn(this.folder, phase.attempt.turn)) {
          const { turn, lastHandOverAt } = phase.attempt;
          endTurn(this.folder, turn, { endedAt: this.now, handOverAt: lastHandOverAt });
          return this.#attempting(pid, undefined);
        }
        this.launches.push({ pid, startedAt: this.now, endedAt: undefined, crashed: false });
        return { at: 'launching', attempt: phase.attempt };
      case 'launching': {
        const launch = this.launches.findLast((candidate) => candidate.pid === pid);
        if (launch !== undefined) launch.endedAt = this.now;
        const { turn } = phase.attempt;
        endTurn(this.folder, turn, { endedAt: this.now, handOverAt: this.now });
        const launches = this.launches.filter((each) => each.pid === pid).length;
        if (launches >= launchesEach) return { at: 'done' };
        return this.#attempting(pid, undefined, { turn, endedAt: this.now, handOverAt: this.now });
      }
      case 'done':
      case 'crashed':
        return phase;
    }
  }

  #attempting(pid: number, ticket: string | undefined, last?: EndedTurn): Phase {
    const claimant = { member: { pid, host: 'aa' }, until: this.now + 1_000_000, count: pid, ticket, last };
    const surroundings = {
      now: () => this.now,
      isAlive: (member: { readonly pid: number }) => this.phaseOf(member.pid) !== 'crashed',
    };
    return { at: 'attempting', steps: claimTurn(this.folder, claimant, surroundings) };
  }
}

/** What is wrong with the launches that were made; nothing when they kept to the rules. */
export function complaintAbout(launches: readonly ModelLaunch[]): string | undefined {
  for (const [index, launch] of launches.entries()) {
    const before = launches[index - 1];
    if (before === undefined || before.crashed) continue;
    if (before.endedAt === undefined) return `${launch.pid} launches while ${before.pid} does`;
    const gap = launch.startedAt - before.endedAt;
    if (gap < launchGapMs) return `${launch.pid} launches ${gap} ms after ${before.pid}`;
  }
  return undefined;
}
