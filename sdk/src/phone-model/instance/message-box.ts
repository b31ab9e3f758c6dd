import { change, emit, type Turn } from '../turn.ts';

/** Opens a message box; whoever sent the command behind it waits until it is closed (facts A.6). */
export function openMessageBox(turn: Turn, text: string, sender: number | null): void {
  change(turn, { messageBoxes: [...turn.state.messageBoxes, { text, sender }] });
  emit(turn, { do: 'modal', text });
}

/** A person closes the topmost message box. */
export function closeMessageBox(turn: Turn): void {
  const closed = turn.state.messageBoxes.at(-1);
  if (closed === undefined) return;
  change(turn, { messageBoxes: turn.state.messageBoxes.slice(0, -1) });
  if (closed.sender !== null) emit(turn, { do: 'senderReleased', sender: closed.sender });
}

/** Lets the sender of a command go, unless a message box of that command still holds it. */
export function releaseSender(turn: Turn, sender: number): void {
  if (turn.state.messageBoxes.some((box) => box.sender === sender)) return;
  emit(turn, { do: 'senderReleased', sender });
}
