import type { Installation } from '../installation/installation.ts';
import type { PhoneStatus } from './call-event.ts';
import type { JoinedObserver } from './joining/joined-observer.ts';
import { ToldCommands } from './joining/told-commands.ts';
import type { Observation, ObserveOptions, PhoneObserver } from './phone-observer.ts';
import type { ProcessSighting, ProcessWatch } from './phone-process/process-watch.ts';
import type { CallTracker } from './tracker/call-tracker.ts';
import type { CommandEvent } from './tracker/tracker-input.ts';

/** The observer of an installation. What tells of calls is loaded when it is asked for, as who only commands never does. */
export async function observerOf(installation: Installation): Promise<PhoneObserver> {
  return new InstallationObserver(installation, await processWatchOf(installation));
}

async function processWatchOf(installation: Installation): Promise<ProcessWatch> {
  if (installation.backend !== 'simulator') {
    const { RealProcess } = await import('./phone-process/real-process.ts');
    return new RealProcess(installation);
  }
  const [{ SimulatedProcess }, { SimulatorClient }] = await Promise.all([
    import('./phone-process/simulated-process.ts'),
    import('../simulator/simulator-client.ts'),
  ]);
  return new SimulatedProcess(new SimulatorClient(installation.dataDirectory));
}

class InstallationObserver implements PhoneObserver {
  readonly #installation: Installation;
  readonly #process: ProcessWatch;
  readonly #commands = new ToldCommands();
  #joined: JoinedObserver | undefined;

  constructor(installation: Installation, process: ProcessWatch) {
    this.#installation = installation;
    this.#process = process;
  }

  async findPhone(signal: AbortSignal): Promise<{ readonly processId: number } | 'not-running' | 'unknown'> {
    const found = await this.#process.find(signal);
    if (found === 'unknown') return 'unknown';
    return found.running ? { processId: found.processId } : 'not-running';
  }

  async findProcess(signal: AbortSignal): Promise<ProcessSighting | 'unknown'> {
    return await this.#process.find(signal, true);
  }

  async status(signal: AbortSignal): Promise<PhoneStatus> {
    return await (await this.#join()).status(signal);
  }

  async *observe(signal: AbortSignal, options?: ObserveOptions): AsyncGenerator<Observation, void, void> {
    yield* (await this.#join()).observe(signal, options);
  }

  async track(signal: AbortSignal, life?: AbortSignal): Promise<CallTracker> {
    return await (await this.#join()).track(signal, life);
  }

  told(command: CommandEvent): void {
    this.#commands.tell(command);
  }

  async #join(): Promise<JoinedObserver> {
    const [joined, sources] = await Promise.all([
      import('./joining/joined-observer.ts'),
      import('./joining/open-sources.ts'),
    ]);
    return (this.#joined ??= new joined.JoinedObserver(
      sources.openSources(this.#installation, this.#process),
      this.#commands,
    ));
  }
}
