import { limits } from '../../catalogue/limits.ts';
import { sendDigits } from '../call/dtmf.ts';
import { hangUpAll } from '../call/hang-up.ts';
import { toggleHold } from '../call/hold.ts';
import { placeCall } from '../call/outgoing-call.ts';
import { firstRinging } from '../call/ringing-call.ts';
import { transfer } from '../call/transfer.ts';
import type { ChatMessage, CommandEffect, DialledCall } from '../command-effect.ts';
import { change, emit, post, type Turn } from '../turn.ts';
import { stepVolume, setMuted, toggleMuted } from './audio.ts';
import { showMainWindow } from './main-window.ts';
import { openMessageBox } from './message-box.ts';
import { register, unregister } from './registration.ts';
import { saveSettings } from './settings-save.ts';

/**
 * Does what a command line amounts to (facts A).
 *
 * @param sender who waits for the command and, if it opens a message box, until that is closed (facts A.6).
 */
export function applyCommandEffect(turn: Turn, effect: CommandEffect, sender: number | null): void {
  if (!tellThemselves.has(effect.do)) emit(turn, effect);
  switch (effect.do) {
    case 'start':
      change(turn, { mainWindow: effect.window });
      break;
    case 'showMain':
    case 'raise':
      showMainWindow(turn);
      break;
    case 'hideWindow':
      change(turn, { mainWindow: 'hidden' });
      break;
    case 'answer': {
      // Posted, so whatever waits already comes first (facts A.4).
      const call = firstRinging(turn);
      if (call !== undefined) post(turn, { step: 'answer', callId: call.callId, raise: true });
      break;
    }
    case 'hangupIncoming':
      hangUpAll(turn, 'ringing-in');
      break;
    case 'hangupCalling':
      hangUpAll(turn, 'calling');
      break;
    case 'hangupAllExceptIncoming':
      hangUpAll(turn, 'not-ringing-in');
      break;
    case 'hold':
      toggleHold(turn);
      break;
    case 'mute':
      setMuted(turn, effect.device, effect.on);
      break;
    case 'muteToggle':
      toggleMuted(turn, effect.device);
      break;
    case 'volume':
      stepVolume(turn, effect.device, effect.dir);
      break;
    case 'dtmf':
      sendDigits(turn, effect.digits);
      break;
    case 'transfer':
      transfer(turn, effect.target);
      break;
    case 'transferRefused':
      emit(turn, { do: 'balloon', text: 'The call is with this number already' });
      break;
    case 'dialedAdd':
      addDialled(turn, effect.number);
      break;
    case 'call':
      dial(turn, effect, sender);
      break;
    case 'message':
      sendMessage(turn, effect);
      break;
    case 'error':
      openMessageBox(turn, errorTexts[effect.code], sender);
      break;
    case 'unregister':
      unregister(turn);
      break;
    case 'register':
      register(turn, effect.accountId);
      break;
    case 'settingsSave':
      change(turn, { settings: { ...turn.state.settings, accountId: effect.accountId } });
      saveSettings(turn);
      break;
    case 'park':
      change(turn, { parked: effect.text });
      break;
    case 'accountSave':
      storePassword(turn, effect.id, effect.password);
      break;
    case 'setPassword':
      change(turn, { overridePassword: effect.value });
      break;
    case 'ask':
    case 'deleteDir':
    case 'deleteIni':
    case 'openAccountDialog':
    case 'transferIgnored':
    case 'sendClose':
    case 'sendExitCommand':
      break;
  }
}

/** Effects that are told where they happen, since other things bring them about as well, or nothing comes of them. */
const tellThemselves: ReadonlySet<CommandEffect['do']> = new Set([
  'call',
  'unregister',
  'register',
  'settingsSave',
]);

const errorTexts = {
  invalidUri: 'Invalid URI',
  uriTooLong: 'URI too long',
  accountNotFound: 'Account not found',
} as const;

/** An address that PJSIP refuses ends in a message box, and no hook ever tells (facts A.6, K.11). */
function dial(turn: Turn, effect: DialledCall, sender: number | null): void {
  if (effect.inviteValid === false) {
    emit(turn, effect);
    openMessageBox(turn, errorTexts.invalidUri, sender);
  } else {
    placeCall(turn, effect);
  }
}

/** The newest first; a number that is in the list already moves up (inferred). */
function addDialled(turn: Turn, number: string): void {
  const others = turn.state.dialled.filter((other) => other !== number);
  const dialled = [number, ...others].slice(0, limits.dialedEntries.value);
  change(turn, { dialled });
  emit(turn, { do: 'dialedWrite', numbers: dialled });
}

function sendMessage(turn: Turn, effect: ChatMessage): void {
  if (effect.uriValid === false) return;
  const { text, uri } = effect;
  emit(turn, { do: 'send', callId: '', message: { method: 'MESSAGE', uri, text } });
}

function storePassword(turn: Turn, id: number, password: string): void {
  const { settings } = turn.state;
  const account = settings.accounts[id];
  if (account === undefined) return;
  const accounts = { ...settings.accounts, [id]: { ...account, password } };
  change(turn, { settings: { ...settings, accounts } });
}
