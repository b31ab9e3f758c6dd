import { isSilent } from '../command-line/silent-mode.ts';
import { commandLineContextOf } from '../phone-selectors.ts';
import { change, emit, type Turn } from '../turn.ts';
import { openMessageBox } from './message-box.ts';

/** What the message box of a build says that has become old (facts K.1). */
export const ageNotice = 'This version is old';

/** The main window appears, if it was hidden; that of a very old build not without its notice (facts K.1). */
export function showMainWindow(turn: Turn): void {
  const { mainWindow, noticesAge } = turn.state;
  change(turn, { mainWindow: 'shown' });
  if (noticesAge && mainWindow === 'hidden') openMessageBox(turn, ageNotice, null);
}

/** Shows the main window and brings it to the front, unless MicroSIP is to be silent (facts G). */
export function raiseMainWindow(turn: Turn): void {
  if (isSilent(commandLineContextOf(turn.state))) return;
  emit(turn, { do: 'raise' });
  showMainWindow(turn);
}
