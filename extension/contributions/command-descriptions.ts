import type { CommandName } from './commands.ts';

/** What each command does, for the documentation, as Markdown; in the editor its title must do. */
export const commandDescriptions: Readonly<Record<CommandName, string>> = {
  dial: 'Asks for a number, an extension or a SIP address, with recent numbers and contacts to choose from, and says while you type what would be dialled. Text that MicroSIP would take for a command is refused.',
  dialSelection:
    'Dials what is selected in the editor, or the number at the cursor, after you have seen what will be dialled.',
  redial: 'Calls the number again that was dialled last.',
  answer: 'Answers the call that rang first.',
  reject: 'Rejects every call that rings.',
  hangUp: 'Ends every call of yours.',
  transfer: 'Asks for a number and hands the call over to it.',
  sendDtmf: 'Asks for digits and sends them in the call, for menus and conference codes.',
  holdOrResume: 'Puts the call on hold, or takes it off hold.',
  muteMicrophone: 'The far end hears nothing of you.',
  unmuteMicrophone: 'The far end hears you again.',
  muteSpeaker: 'You hear nothing of the far end.',
  unmuteSpeaker: 'You hear the far end again.',
  switchAccount: 'Asks which SIP account MicroSIP is to use.',
  start: 'Starts MicroSIP, or the simulated phone.',
  exit: 'Ends it, and every call with it.',
  enableCallState:
    'Has MicroSIP write the log from which the state of calls is known, after you have agreed to what that takes.',
  searchContacts:
    'Asks for a contact of MicroSIP or of the workspace, found by name, by a number in any notation or by another detail, and dials it.',
  editWorkspaceContacts:
    'Opens `.vscode/contacts.json`, with the contacts that a project shares; makes it with an example where there is none.',
  diagnose: 'Looks at the installation, changes nothing, and reports what is wrong and how to mend it.',
  explainCommandLine: 'Asks for a command line and reports what MicroSIP would make of it.',
  copySnippet:
    'Asks for a language and an action, and copies the code that triggers it, with the number that is selected.',
  useSimulatedPhone: 'Has the extension use a simulated phone, which calls nobody.',
  openSettings: "Shows the extension's settings.",
  simulateIncomingCall: 'Has somebody call the simulated phone.',
  showOutput: "Shows the extension's log.",
};
