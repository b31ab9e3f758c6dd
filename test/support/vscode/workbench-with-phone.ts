import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { MicroSip } from '../../../sdk/src/microsip.ts';
import type { PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import type { CodeServerOptions } from './code-server.ts';
import { untilStatus } from '../sdk/until-status.ts';
import { WorkbenchHost, type OpenWindow } from './workbench-host.ts';

/** A VS Code whose extension is set to a simulated phone, which runs; its windows are pages of a browser. */
export class WorkbenchWithPhone {
  /** Where the phone keeps its files; also the folder that the windows open. */
  readonly dataDirectory: string;
  /** The phone as another program sees it. */
  readonly phone: MicroSip;
  /** What the network and the far ends do. */
  readonly simulator: SimulatorClient;
  readonly #host: WorkbenchHost;
  readonly #cleanUps: readonly (() => Promise<unknown>)[];

  private constructor({ dataDirectory, phone, host }: Parts, cleanUps: readonly (() => Promise<unknown>)[]) {
    this.dataDirectory = dataDirectory;
    this.phone = phone;
    this.simulator = new SimulatorClient(dataDirectory);
    this.#host = host;
    this.#cleanUps = cleanUps;
  }

  /**
   * Starts one, or has the suite passed over where there is no VS Code or no browser to show it in.
   *
   * @param prepare - changes the phone's own files before it starts
   * @param options - what is different about the VS Code
   */
  static async start(
    context: Mocha.Context,
    prepare: PreparePhone = () => Promise.resolve(),
    options: Partial<CodeServerOptions> = {},
  ): Promise<WorkbenchWithPhone> {
    const cleanUps: (() => Promise<unknown>)[] = [];
    try {
      const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'microsip-workbench-'));
      cleanUps.unshift(() =>
        rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
      );
      const settings = { 'microsip.backend': 'simulator', 'microsip.dataDirectory': dataDirectory };
      const host = await WorkbenchHost.start(context, { settings, ...options });
      cleanUps.unshift(() => host.close());
      const phone = await startPhone(dataDirectory, prepare);
      cleanUps.unshift(() => endPhone(phone));
      return new WorkbenchWithPhone({ dataDirectory, phone, host }, cleanUps);
    } catch (error) {
      for (const cleanUp of cleanUps) await cleanUp();
      throw error;
    }
  }

  /** Opens a window on a folder, in a language, and waits until the extension is there. */
  async openWindow(folder = this.dataDirectory, language?: string): Promise<OpenWindow> {
    return await this.#host.openWindow(folder, language);
  }

  /** Waits for the phone to be in a state. */
  async waitForStatus(isSo: (status: PhoneStatus) => boolean): Promise<PhoneStatus> {
    return await untilStatus(this.phone, isSo);
  }

  /** Ends every call, and waits until windows say so. */
  async endCalls(...windows: readonly OpenWindow[]): Promise<void> {
    await this.phone.hangup({ scope: 'all' });
    for (const { workbench } of windows) {
      await workbench.statusItem.getByText(/call|Calling|Ringing/iu).waitFor({ state: 'detached' });
    }
  }

  /** Ends everything, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const cleanUp of this.#cleanUps) await cleanUp();
  }
}

/** Changes a phone's own files before it starts. */
export type PreparePhone = (phone: MicroSip) => Promise<unknown>;

interface Parts {
  readonly dataDirectory: string;
  readonly phone: MicroSip;
  readonly host: WorkbenchHost;
}

async function startPhone(dataDirectory: string, prepare: PreparePhone): Promise<MicroSip> {
  const phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
  provideExampleAccount(dataDirectory);
  await prepare(phone);
  await phone.start();
  await new SimulatorClient(dataDirectory).waitUntilRunning();
  return phone;
}

async function endPhone(phone: MicroSip): Promise<void> {
  if ((await phone.status()).phone !== 'not-running') await phone.exit();
  await phone.dispose();
}
