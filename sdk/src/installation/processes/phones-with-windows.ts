import type { PhoneWindows } from '../windows-native/phone-windows.ts';
import { oldestFirst } from './oldest-first.ts';
import type { PhoneProcess } from './phone-process.ts';

/**
 * The processes that are a phone by having its main window, which is how MicroSIP itself knows one (facts B): a start
 * that only hands its command over, or that shows why it cannot start, has none.
 *
 * @param executable - as Windows names it
 */
export function phonesWithWindows(phoneWindows: PhoneWindows, executable: string): readonly PhoneProcess[] {
  return oldestFirst(
    phoneWindows.find(executable).map(({ processId, executable: its, startedAt, accessible }) => ({
      processId,
      accessible,
      ...(its !== undefined && { executable: its }),
      ...(startedAt !== undefined && { startedAt }),
    })),
  );
}
