import type { CommandContribution } from './command-contribution.ts';

// Where nobody tells what the phone does, everything is offered: a command that is missing helps less than one that
// has nothing to do.
const unknown = 'microsip.phone == unknown';
const inCall = `microsip.inCall || ${unknown}`;
const running = 'microsip.phone != not-running && microsip.phone != not-installed';
const incoming = `microsip.incoming || ${unknown}`;

/** Every command, by its name: `dial` is `microsip.dial`. The extension registers one handler for each. */
export const commands = {
  dial: {
    title: { en: 'Dial…', de: 'Wählen…' },
    icon: 'call-outgoing',
  },
  dialSelection: {
    title: { en: 'Dial Selection or Number Under Cursor', de: 'Auswahl oder Nummer am Cursor wählen' },
    icon: 'call-outgoing',
    enablement: 'editorIsOpen',
    menus: { 'editor/context': { when: 'editorTextFocus', group: '9_microsip@1' } },
  },
  redial: {
    title: { en: 'Redial', de: 'Wahlwiederholung' },
    icon: 'redo',
  },
  answer: {
    title: { en: 'Answer', de: 'Annehmen' },
    icon: 'call-incoming',
    enablement: incoming,
  },
  reject: {
    title: { en: 'Reject', de: 'Ablehnen' },
    icon: 'circle-slash',
    enablement: incoming,
  },
  hangUp: {
    title: { en: 'Hang Up', de: 'Auflegen' },
    icon: 'debug-disconnect',
    enablement: inCall,
  },
  transfer: {
    title: { en: 'Transfer…', de: 'Weiterleiten…' },
    icon: 'export',
    enablement: inCall,
  },
  sendDtmf: {
    title: { en: 'Send DTMF…', de: 'DTMF senden…' },
    icon: 'symbol-numeric',
    enablement: inCall,
  },
  holdOrResume: {
    title: { en: 'Hold or Resume', de: 'Halten oder fortsetzen' },
    icon: 'debug-pause',
    enablement: inCall,
  },
  muteMicrophone: {
    title: { en: 'Mute Microphone', de: 'Mikrofon stummschalten' },
    icon: 'mic',
    enablement: running,
  },
  unmuteMicrophone: {
    title: { en: 'Unmute Microphone', de: 'Stummschaltung des Mikrofons aufheben' },
    icon: 'mic-filled',
    enablement: running,
  },
  muteSpeaker: {
    title: { en: 'Mute Speaker', de: 'Lautsprecher stummschalten' },
    icon: 'mute',
    enablement: running,
  },
  unmuteSpeaker: {
    title: { en: 'Unmute Speaker', de: 'Stummschaltung des Lautsprechers aufheben' },
    icon: 'unmute',
    enablement: running,
  },
  switchAccount: {
    title: { en: 'Switch Account…', de: 'Konto wechseln…' },
    icon: 'account',
  },
  start: {
    title: { en: 'Start MicroSIP', de: 'MicroSIP starten' },
    icon: 'play',
  },
  exit: {
    title: { en: 'Exit MicroSIP', de: 'MicroSIP beenden' },
    icon: 'debug-stop',
    enablement: running,
  },
  enableCallState: {
    title: { en: 'Enable Call State…', de: 'Anrufzustand einschalten…' },
    icon: 'pulse',
  },
  searchContacts: {
    title: { en: 'Search Contacts…', de: 'Kontakte suchen…' },
    icon: 'search',
  },
  editWorkspaceContacts: {
    title: { en: 'Edit Contacts of the Workspace', de: 'Kontakte des Arbeitsbereichs bearbeiten' },
    icon: 'edit',
    enablement: 'workspaceFolderCount != 0',
  },
  diagnose: {
    title: { en: 'Diagnose', de: 'Diagnose' },
    icon: 'checklist',
  },
  explainCommandLine: {
    title: { en: 'Explain Command Line…', de: 'Befehlszeile erklären…' },
    icon: 'question',
  },
  copySnippet: {
    title: { en: 'Copy Trigger Snippet…', de: 'Auslöser-Schnipsel kopieren…' },
    icon: 'clippy',
  },
  useSimulatedPhone: {
    title: { en: 'Use a Simulated Phone', de: 'Simuliertes Telefon verwenden' },
    icon: 'beaker',
  },
  openSettings: {
    title: { en: 'Open Settings', de: 'Einstellungen öffnen' },
    icon: 'gear',
  },
  simulateIncomingCall: {
    title: { en: 'Let the Simulated Phone Ring', de: 'Simuliertes Telefon klingeln lassen' },
    icon: 'bell',
    enablement: 'config.microsip.backend == simulator',
  },
  showOutput: {
    title: { en: 'Show Output', de: 'Ausgabe anzeigen' },
    icon: 'output',
  },
} as const satisfies Readonly<Record<string, CommandContribution>>;

/** The name of a command, without `microsip.`. */
export type CommandName = keyof typeof commands;
