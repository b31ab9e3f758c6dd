import type { CommandEffect } from '../phone-model/command-effect.ts';

/**
 * One effect of a command line as a sentence.
 *
 * Numbers, addresses and messages stand in it as they were given: whoever shows the sentence escapes it for the
 * place it is shown in.
 */
export function effectText(effect: CommandEffect): string {
  switch (effect.do) {
    case 'start':
      if (effect.hiddenMode)
        return 'MicroSIP starts in hidden mode, without window, tray icon or ring dialog.';
      return effect.window === 'shown'
        ? 'MicroSIP starts and shows its window.'
        : 'MicroSIP starts in the tray, its window hidden.';
    case 'showMain':
      return 'The main window of the running MicroSIP is shown.';
    case 'sendClose':
      return 'The running MicroSIP is told to close: it hangs up every call, saves its settings and ends.';
    case 'sendExitCommand':
      return 'The running MicroSIP is told to exit: it hangs up every call, saves its settings and ends.';
    case 'ask':
      return 'A question box asks the user whether to go on.';
    case 'deleteDir':
      return effect.which === 'roaming'
        ? String.raw`The folder %APPDATA%\MicroSIP is deleted: settings, contacts and call history.`
        : String.raw`The folder %LOCALAPPDATA%\MicroSIP is deleted: log and crash files.`;
    case 'deleteIni':
      return 'The settings file is deleted.';
    case 'raise':
      return 'The main window is shown and takes the keyboard focus.';
    case 'hideWindow':
      return 'The main window is hidden in the tray.';
    case 'answer':
      return 'The first call that rings in is answered, without video; if none rings, nothing happens.';
    case 'hangupIncoming':
      return 'Every call that rings in is rejected.';
    case 'hangupCalling':
      return 'Every outgoing call that is not answered yet is cancelled; calls in progress stay.';
    case 'hangupAllExceptIncoming':
      return 'Every call ends, except those that ring in and are not answered.';
    case 'hold':
      return effect.hasCall
        ? 'The call in the selected tab is held, or taken back if it was held.'
        : 'Nothing: there is no call to hold.';
    case 'mute':
      return `The ${deviceNames[effect.device]} is ${effect.on ? 'muted' : 'unmuted'}.`;
    case 'muteToggle':
      return `The ${deviceNames[effect.device]} is muted, or unmuted if it was muted.`;
    case 'volume':
      return `The ${deviceNames[effect.device]} becomes one step ${effect.dir === 'up' ? 'louder' : 'quieter'}; if it was muted, it is only unmuted.`;
    case 'dtmf':
      return `The tones ${quote(effect.digits)} are sent in the call of the selected tab; without a call they are only heard here.`;
    case 'transfer':
      return `The call in the selected tab is transferred to ${quote(effect.target)}.`;
    case 'transferIgnored':
      return 'Nothing: there is no call to transfer.';
    case 'transferRefused':
      return `A balloon warns that ${quote(effect.target)} is the other side of this very call; nothing is transferred.`;
    case 'dialedAdd':
      return `${quote(effect.number)} goes into the list of dialled numbers.`;
    case 'call':
      return callText(effect);
    case 'message':
      return `No call is placed. The text ${quote(effect.text)} is sent as a chat message to ${quote(effect.uri)}${effect.local ? ' by the local account' : ''}.`;
    case 'error':
      return `A dialog says ${errorNames[effect.code]}; it stays until somebody closes it, and no event command runs.`;
    case 'park':
      return `The account is not registered, so ${quote(effect.text)} is kept until it is, even for hours; the next such command replaces it.`;
    case 'unregister':
      return 'The current account is unregistered.';
    case 'register':
      return `Account ${effect.accountId} is registered.`;
    case 'settingsSave':
      return `Account ${effect.accountId} becomes the selected one, and all settings are written to the ini file.`;
    case 'accountSave':
      return effect.password === ''
        ? `An empty password is saved for account ${effect.id}.`
        : `The password of account ${effect.id} is replaced and saved.`;
    case 'openAccountDialog':
      return 'The account dialog opens and waits for the user.';
    case 'setPassword':
      return 'A password is kept in memory for the next registration; it is not saved.';
  }
}

const deviceNames = { mic: 'microphone', speaker: 'speaker' } as const;

const errorNames = {
  invalidUri: 'that the address is invalid',
  uriTooLong: 'that the address is too long',
  accountNotFound: 'that no account was found',
} as const;

function callText(call: Extract<CommandEffect, { do: 'call' }>): string {
  const refused = call.inviteValid === false;
  const address = call.invite ?? call.uri;
  return [
    refused
      ? `MicroSIP tries to call ${quote(address)}, which its SIP stack refuses.`
      : `MicroSIP calls ${quote(address)}${call.local ? ' by the local account' : ''}.`,
    ...(call.dtmf === undefined ? [] : [`After the answer it sends the tones ${quote(call.dtmf)}.`]),
  ].join(' ');
}

function quote(text: string): string {
  return `“${text}”`;
}
