import type { PhoneAction } from './phone-action.ts';

/** What an action asks of MicroSIP. */
export interface ActionPlan {
  /** What MicroSIP gets, in this order, each by a start of its own; an empty text is a start without arguments. */
  readonly commandLines: readonly string[];
  /** Whether the action has a meaning only while a phone runs; sent to none, some of these would start one. */
  readonly needsRunningPhone: boolean;
  /** What is worth knowing before it is done, in sentences; often empty. */
  readonly remarks: readonly string[];
}

/**
 * Turns an action into MicroSIP's command lines, or refuses it. Pure: nothing is looked up, nothing is sent.
 *
 * @param action - what to ask of the phone
 * @param options - `version` of MicroSIP; without one the newest that was read is assumed
 * @throws MicroSipError `TARGET_REFUSED` when the target could become something else than a call,
 * `INVALID_ARGUMENT` for digits or account numbers that MicroSIP does not take, `UNSUPPORTED` when this
 * version cannot do it
 * @example
 * ```ts
 * planAction({ type: 'hangup', scope: 'all' }).commandLines; // ['/hangupincoming', '/hangupall']
 * ```
 */
export function planAction(action: PhoneAction, options: { readonly version?: string } = {}): ActionPlan {
  throw new Error(`not written: ${action.type} ${String(options.version)}`);
}
