import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { MicroSip, type IniDocument, type PhoneStatus } from 'microsip-sdk';
import type { PhoneEffect } from 'microsip-sdk/phone-model';
import {
  provideExampleAccount,
  Simulator,
  SimulatorClient,
  type SimulatorScript,
} from 'microsip-sdk/simulator';
import * as vscode from 'vscode';

import { effectOf } from '../sdk/effect-of.ts';
import { untilStatus } from '../sdk/until-status.ts';

/** A simulated phone of its own, which the extension's settings name as long as the test goes on. */
export class EditorPhone {
  readonly dataDirectory: string;
  /** The phone as another program sees it. */
  readonly sdk: MicroSip;
  /** What the network and the far ends do. */
  readonly simulator: SimulatorClient;

  private constructor(dataDirectory: string, sdk: MicroSip) {
    this.dataDirectory = dataDirectory;
    this.sdk = sdk;
    this.simulator = new SimulatorClient(dataDirectory);
  }

  /**
   * Makes one, started, and waits for the extension.
   *
   * @param configurePhone - changes the phone's own settings before it starts
   * @param script - what surrounds it; with one, it runs in this process
   */
  static async start(
    configurePhone: (ini: IniDocument) => void = () => undefined,
    script?: SimulatorScript,
  ): Promise<EditorPhone> {
    await vscode.extensions.getExtension('microsip-devkit.microsip-devkit')?.activate();
    const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'microsip-editor-phone-'));
    const sdk = await MicroSip.connect({ backend: 'simulator', dataDirectory });
    provideExampleAccount(dataDirectory);
    await sdk.settings.change(configurePhone);
    if (script === undefined) await sdk.start();
    else await Simulator.start({ dataDirectory, script });
    const phone = new EditorPhone(dataDirectory, sdk);
    await phone.simulator.waitUntilRunning();
    await configure(dataDirectory, 'simulator');
    return phone;
  }

  /** Waits for the phone to be in a state. */
  async until(what: string, isSo: (status: PhoneStatus) => boolean): Promise<PhoneStatus> {
    return await untilStatus(this.sdk, isSo, what);
  }

  /** What the phone does of one kind, first, while something is done with it. */
  effectOf<Kind extends PhoneEffect['do']>(
    kind: Kind,
    act: () => Thenable<unknown>,
  ): Promise<Extract<PhoneEffect, { do: Kind }>> {
    return effectOf(this.simulator, kind, act);
  }

  /** Ends every call. */
  async endCalls(): Promise<void> {
    if ((await this.sdk.status()).phone === 'not-running') await this.sdk.start();
    await this.sdk.hangup({ scope: 'all' });
    await this.until('no call is left', ({ phone, calls }) => phone !== 'not-running' && calls.length === 0);
  }

  /** Ends the phone, and has the extension forget it. */
  async remove(): Promise<void> {
    await configure(undefined, undefined);
    if ((await this.sdk.status()).phone !== 'not-running') await this.sdk.exit();
    await this.sdk.dispose();
    await this.simulator.waitUntilEnded();
    await rm(this.dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function configure(dataDirectory: string | undefined, backend: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('microsip');
  await settings.update('dataDirectory', dataDirectory, vscode.ConfigurationTarget.Global);
  await settings.update('backend', backend, vscode.ConfigurationTarget.Global);
}
