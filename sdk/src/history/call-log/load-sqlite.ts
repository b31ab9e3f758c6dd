import type * as sqlite from 'node:sqlite';
import { MicroSipError } from '../../microsip-error.ts';

/**
 * Loads `node:sqlite` without its warning that it is experimental, which Node.js prints to the terminal of whoever uses
 * the SDK. Other warnings pass.
 *
 * @throws MicroSipError `UNSUPPORTED` where there is none
 */
export function loadSqlite(): typeof sqlite {
  const original = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  const emitWarning = process.emitWarning.bind(process);
  const emitOthers = (...args: Parameters<typeof process.emitWarning>): void => {
    if (!String(args[0]).startsWith('SQLite is an experimental feature')) emitWarning(...args);
  };
  Object.defineProperty(process, 'emitWarning', { value: emitOthers, configurable: true });
  try {
    const module = builtInSqlite();
    if (module !== undefined) return module;
    throw new MicroSipError(
      'UNSUPPORTED',
      'This JavaScript runtime has no node:sqlite, which the call log needs; run it on Node.js 22.13 or newer.',
    );
  } finally {
    if (original !== undefined) Object.defineProperty(process, 'emitWarning', original);
  }
}

/** Not every runtime that says it is Node.js has it. */
function builtInSqlite(): typeof sqlite | undefined {
  return process.getBuiltinModule('node:sqlite');
}

/** Whether SQLite reports it: a lock, a damaged file, and so on. */
export function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
