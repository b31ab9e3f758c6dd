/**
 * Which process is the phone. `unknown` where that cannot be found out: MicroSIP shows it to no one but Windows
 * programs that look through the windows.
 */
export type PhoneProcess = { readonly processId: number } | 'not-running' | 'unknown';

/** What a channel has to know about the phone it speaks with. */
export interface PhonePresence {
  findPhone(signal: AbortSignal): Promise<PhoneProcess>;
}
