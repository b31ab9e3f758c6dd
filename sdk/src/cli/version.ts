import { readFileSync } from 'node:fs';
import type { Terminal } from './output/terminal.ts';

/** Prints the version of the kit. */
export function printVersion(terminal: Terminal): void {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  terminal.result({ version }, () => version);
}
