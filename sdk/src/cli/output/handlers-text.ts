import type {
  HandlerEdit,
  HandlersChange,
  HandlersPlan,
  HandlersStatus,
  SchemeChange,
  SchemeHandler,
} from '../../installation/handlers/handler-control.ts';
import { registryEditText } from './registry-edit-text.ts';
import { noteRemarks } from './remarks.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

const schemeWidth = 'dialpad'.length;

const handlerNames: Readonly<Record<SchemeHandler['handledBy'], string>> = {
  'this-microsip': 'this MicroSIP',
  'another-microsip': 'another MicroSIP',
  'another-program': 'another program',
  nobody: 'nobody',
};

const handlerWidth = Math.max(...Object.values(handlerNames).map(({ length }) => length));

const planWidth = 'would be unregistered'.length;

/** No path is longer; what a registry or a desktop file holds beyond it tells nobody anything. */
const longestText = 1000;

/** Who opens the links of each scheme. */
export function handlersStatusText(terminal: Terminal, { handlers }: HandlersStatus): string {
  return handlers
    .map(({ choice, commandLine = '', handledBy, remarks, scheme }) =>
      lines(terminal, scheme, handlerNames[handledBy], [
        commandLine,
        ...(choice === undefined ? [] : [`chosen: ${choice}`]),
        ...remarks,
      ]),
    )
    .join('\n');
}

/** Says what would be done to the handlers. */
export function showHandlersPlan(terminal: Terminal, { edits, remarks, schemes }: HandlersPlan): void {
  terminal.result({ dryRun: true, schemes, edits: edits.map(editAsJson), remarks }, () =>
    edits.length === 0 ? 'Nothing would be changed.' : edits.map(editText).join('\n'),
  );
  if (!terminal.json) {
    for (const change of schemes) terminal.note(planText(terminal, change));
  }
  noteRemarks(terminal, remarks);
}

/** Says what was done to the handlers. */
export function showHandlersChange(terminal: Terminal, change: HandlersChange): void {
  const { changed, edits, remarks, schemes } = change;
  terminal.result({ changed, schemes, edits: edits.map(editAsJson), remarks }, () =>
    schemes.length === 0
      ? 'Nothing had to be changed.'
      : schemes.map((scheme) => changeText(terminal, scheme)).join('\n'),
  );
  noteRemarks(terminal, remarks);
}

function planText(terminal: Terminal, change: SchemeChange): string {
  const { outcome, remark, scheme } = change;
  const stays = outcome === 'unchanged' || outcome === 'kept';
  const state = (stays ? outcome : `would be ${outcome}`).padEnd(planWidth);
  return lines(terminal, scheme, state, remark === undefined ? [] : [remark]);
}

function changeText(terminal: Terminal, { outcome, remark, scheme }: SchemeChange): string {
  return lines(terminal, scheme, outcome, remark === undefined ? [] : [remark]);
}

/** The first detail beside the state, the others below it. */
function lines(terminal: Terminal, scheme: string, state: string, details: readonly string[]): string {
  const [first = '', ...others] = details.map(shownText);
  const indent = ' '.repeat(schemeWidth + handlerWidth + 4);
  const head = `${terminal.style('bold', scheme.padEnd(schemeWidth))}  ${state.padEnd(handlerWidth)}  ${first}`;
  return [head.trimEnd(), ...others.map((text) => `${indent}${terminal.style('dim', text)}`)].join('\n');
}

function editText(edit: HandlerEdit): string {
  switch (edit.edit) {
    case 'write-file':
      return [
        `write ${edit.file}`,
        ...edit.text
          .trimEnd()
          .split(/\r?\n/u)
          .map((line) => `  ${line}`),
      ]
        .map(shownText)
        .join('\n');
    case 'remove-file':
      return shownText(`remove ${edit.file}`);
    default:
      return shownText(registryEditText(edit));
  }
}

/** Bytes have no form of their own in JSON. */
function editAsJson(edit: HandlerEdit): unknown {
  if (edit.edit !== 'set' || edit.value.type !== 'binary') return edit;
  const { bytes, ...value } = edit.value;
  return { ...edit, value: { ...value, base64: Buffer.from(bytes).toString('base64') } };
}

function shownText(text: string): string {
  return escapeForTerminal(text.length > longestText ? `${text.slice(0, longestText)}…` : text);
}
