import * as vscode from 'vscode';

import { systemClock, type Clock } from '../clock.ts';
import { DeafMoment } from './deaf-moment.ts';

/** A line of a question. */
export interface Choice<Answer> {
  /** Nothing for a line that is only there to be read. */
  readonly answer: Answer | undefined;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** What the user is asked. */
export interface Question<Answer> {
  readonly title: string;
  readonly placeholder?: string;
  /** The first answer among them is the one that Enter gives. */
  readonly choices: readonly Choice<Answer>[];
}

/** Asks before something is done that cannot be undone; nothing when the user thinks better of it. */
export async function askQuestion<Answer>(
  { title, placeholder, choices }: Question<Answer>,
  clock: Pick<Clock, 'now'> = systemClock,
): Promise<Answer | undefined> {
  const picker = vscode.window.createQuickPick<Choice<Answer> & vscode.QuickPickItem>();
  try {
    let isFiltered = false;
    let deafMoment = new DeafMoment(clock);
    let isDrawn = false;
    const answered = new Promise<Answer | undefined>((resolve) => {
      picker.onDidAccept(() => {
        const answer = picker.selectedItems[0]?.answer;
        if (answer !== undefined && !isFiltered && deafMoment.isOver) resolve(answer);
        // A click on what is selected would not be told.
        else picker.selectedItems = [];
      });
      picker.onDidHide(() => resolve(undefined));
    });
    picker.title = title;
    picker.placeholder = placeholder;
    picker.ignoreFocusOut = true;
    picker.items = choices;
    picker.activeItems = picker.items.filter(({ answer }) => answer !== undefined).slice(0, 1);
    // A busy window draws it some time after it was told to.
    picker.onDidChangeActive(() => {
      if (!isDrawn) deafMoment = new DeafMoment(clock);
      isDrawn = true;
    });
    // A filter would put another answer under Enter than the one that was read. It is there until VS Code tells of the
    // empty value, which for a fast typist is after Enter.
    picker.onDidChangeValue((value) => {
      isFiltered = value !== '';
      if (isFiltered) picker.value = '';
    });
    picker.show();
    return await answered;
  } finally {
    picker.dispose();
  }
}
