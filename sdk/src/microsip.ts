import type { AudioDevice, HangupScope, PhoneAction } from './action/phone-action.ts';
import type { Delivery } from './channel/channel.ts';
import type { LaunchPlan } from './channel/launch-plan.ts';
import type { CallDirection, CallEvent, MicroSipEvent, PhoneStatus } from './events/call-event.ts';
import { findInstallation, type InstallationOptions } from './installation/find-installation.ts';
import type { Installation } from './installation/installation.ts';

/** Which phone, and how long its commands may take. */
export interface ConnectOptions extends InstallationOptions {
  /** Milliseconds each command may take, waiting for the queue included, unless the command says otherwise. */
  readonly timeoutMs?: number | undefined;
}

/** Limits of one command. */
export interface CommandOptions {
  /** Gives up early with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`, waiting for the queue included. */
  readonly timeoutMs?: number | undefined;
}

/** How far a call has to come: `ringing` at the far end, `active` is answered, `ended` for whatever reason. */
export type CallMilestone = 'ringing' | 'active' | 'ended';

/** Which call to wait for. */
export interface WaitForCallOptions extends CommandOptions {
  /** Only this call. */
  readonly callId?: string | undefined;
  /** Only calls of this direction. */
  readonly direction?: CallDirection | undefined;
}

export class MicroSip implements AsyncDisposable {
  readonly installation: Installation;

  static async connect(options: ConnectOptions = {}): Promise<MicroSip> {
    return new MicroSip(await findInstallation(options));
  }

  /**
   * The starts that an action would make, without making them: what `--dry-run` shows. Where no MicroSIP is found
   * the plan is for a `microsip.exe` that Windows finds on its own.
   */
  static plan(_action: PhoneAction, _options: InstallationOptions = {}): Promise<readonly LaunchPlan[]> {
    return Promise.reject(new Error('not written'));
  }

  private constructor(installation: Installation) {
    this.installation = installation;
  }

  dial(target: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'dial', target }, options);
  }

  /** Dials, and waits for what becomes of the call. A call that ends first is reported as ended. */
  dialAndWait(
    _target: string,
    _options: CommandOptions & { readonly until: CallMilestone },
  ): Promise<{ readonly delivery: Delivery; readonly call: CallEvent }> {
    return Promise.reject(new Error('not written'));
  }

  hangup(options: CommandOptions & { readonly scope?: HangupScope | undefined } = {}): Promise<Delivery> {
    return this.perform({ type: 'hangup', scope: options.scope }, options);
  }

  answer(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'answer' }, options);
  }

  reject(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'reject' }, options);
  }

  transfer(target: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'transfer', target }, options);
  }

  sendDtmf(digits: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'dtmf', digits }, options);
  }

  hold(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'hold' }, options);
  }

  mute(device: AudioDevice, on = true, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'mute', device, on }, options);
  }

  setVolume(device: AudioDevice, direction: 'up' | 'down', options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'volume', device, direction }, options);
  }

  switchAccount(number: number, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'account', number }, options);
  }

  start(options: CommandOptions & { readonly minimized?: boolean | undefined } = {}): Promise<Delivery> {
    return this.perform({ type: 'start', minimized: options.minimized }, options);
  }

  minimize(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'minimize' }, options);
  }

  exit(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'exit' }, options);
  }

  /** What all of the above are: one action, delivered. */
  perform(_action: PhoneAction, _options?: CommandOptions): Promise<Delivery> {
    return Promise.reject(new Error('not written'));
  }

  status(_options?: CommandOptions): Promise<PhoneStatus> {
    return Promise.reject(new Error('not written'));
  }

  events(_options?: { readonly signal?: AbortSignal | undefined }): AsyncIterableIterator<MicroSipEvent> {
    throw new Error('not written');
  }

  waitForCall(_until: CallMilestone, _options?: WaitForCallOptions): Promise<CallEvent> {
    return Promise.reject(new Error('not written'));
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
