/** What a click on an entry of a view, or Enter, does. */
export const chooseActionCommand = '_microsip.chooseEntryAction';
