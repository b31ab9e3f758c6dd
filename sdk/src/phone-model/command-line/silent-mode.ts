import type { CommandLineContext } from './command-line-context.ts';
import { hasCommand } from './known-command.ts';

/** Whether the ini key `silent` or the hidden mode is on; both are gone since 3.22.3 (facts G). */
export function isSilent({ silent, version }: CommandLineContext): boolean {
  return silent && hasCommand(version, 'hidden');
}
