import { readIn3216And32216 } from '../availability.ts';
import type { Availability } from '../version.ts';

/** A key of the window; it needs the focus, there are no global keys. */
export interface KeyboardShortcut {
  readonly keys: string;
  readonly meaning: string;
  readonly availability: Availability;
}

const shortcut = (keys: string, meaning: string): KeyboardShortcut => ({
  keys,
  meaning,
  availability: readIn3216And32216,
});

/** The keys of the window, read in 3.21.6 and 3.22.16 (facts I, `BaseDialog.cpp: PreTranslateMessage`). */
export const keyboardShortcuts: readonly KeyboardShortcut[] = [
  shortcut('F2', 'Answers.'),
  shortcut('F4', 'Hangs up every call, ringing ones included.'),
  shortcut('Ctrl+I', 'Mutes the microphone.'),
  shortcut('Ctrl+O', 'Mutes the speaker.'),
  shortcut('Ctrl+M', 'Opens the account.'),
  shortcut('Ctrl+L', 'Opens the local account.'),
  shortcut('Ctrl+P', 'Opens the settings.'),
  shortcut('Ctrl+S', 'Opens the shortcuts.'),
  shortcut('Ctrl+Tab', 'Goes to the next tab.'),
  shortcut('Ctrl+Q', 'Ends the program.'),
];
