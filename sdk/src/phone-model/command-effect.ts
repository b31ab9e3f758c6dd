/** An audio device with its own volume and mute. */
export type AudioDevice = 'mic' | 'speaker';

/**
 * What a command line makes MicroSIP do, before the far end or time have a say. This vocabulary is also what
 * `microsip explain --json` prints.
 */
export type CommandEffect =
  /** The process becomes the instance. */
  | { readonly do: 'start'; readonly window: 'shown' | 'hidden'; readonly hiddenMode?: true }
  /** The starting process shows the main window of the running instance. */
  | { readonly do: 'showMain' }
  | { readonly do: 'sendClose' }
  | { readonly do: 'sendExitCommand' }
  /** A question box. */
  | { readonly do: 'ask' }
  | { readonly do: 'deleteDir'; readonly which: 'roaming' | 'local' }
  | { readonly do: 'deleteIni' }
  /** The main window is shown and brought to the front, the dial pad selected. */
  | { readonly do: 'raise' }
  | { readonly do: 'hideWindow' }
  | { readonly do: 'answer' }
  | { readonly do: 'hangupIncoming' }
  | { readonly do: 'hangupCalling' }
  | { readonly do: 'hangupAllExceptIncoming' }
  | { readonly do: 'hold'; readonly hasCall: boolean }
  | { readonly do: 'mute'; readonly device: AudioDevice; readonly on: boolean }
  | { readonly do: 'muteToggle'; readonly device: AudioDevice }
  | { readonly do: 'volume'; readonly device: AudioDevice; readonly dir: 'up' | 'down' }
  /** Digits as they were given, before the dialler treats them. */
  | { readonly do: 'dtmf'; readonly digits: string }
  | { readonly do: 'transfer'; readonly number: string; readonly target: string }
  /** No call to transfer. */
  | { readonly do: 'transferIgnored'; readonly number: string }
  /** The target is the current remote side. */
  | { readonly do: 'transferRefused'; readonly number: string; readonly target: string }
  | { readonly do: 'dialedAdd'; readonly number: string }
  | DialledCall
  | ChatMessage
  | { readonly do: 'error'; readonly code: 'invalidUri' | 'uriTooLong' | 'accountNotFound' }
  /** Kept in the one slot until the account is registered; `later` is what happens then. */
  | { readonly do: 'park'; readonly text: string; readonly later: readonly CommandEffect[] }
  | { readonly do: 'unregister' }
  | { readonly do: 'register'; readonly accountId: number }
  | { readonly do: 'settingsSave'; readonly accountId: number }
  | { readonly do: 'accountSave'; readonly id: number; readonly password: string }
  | { readonly do: 'openAccountDialog' }
  /** A password that is kept in memory until the account is added once more. */
  | { readonly do: 'setPassword'; readonly value: string };

/** An audio call is placed. */
export interface DialledCall {
  readonly do: 'call';
  /** As kept for display. */
  readonly number: string;
  /** Formatted and accepted. */
  readonly uri: string;
  /** The request address, if it differs from `uri`. */
  readonly invite?: string;
  /** Present when PJSIP does not accept `invite`. */
  readonly inviteValid?: false;
  /** By the local account. */
  readonly local?: true;
  /** Sent after the answer. */
  readonly dtmf?: string;
}

/** A chat message is sent, and no call is placed. */
export interface ChatMessage {
  readonly do: 'message';
  readonly number: string;
  readonly text: string;
  readonly uri: string;
  readonly uriValid?: false;
  readonly local?: true;
}
