import type * as sqlite from 'node:sqlite';

/**
 * Loads `node:sqlite` without its warning that it is experimental, which Node.js prints to the terminal of whoever uses
 * the SDK. Other warnings pass.
 */
export function loadSqlite(): typeof sqlite {
  const original = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  const emitWarning = process.emitWarning.bind(process);
  const emitOthers = (...args: Parameters<typeof process.emitWarning>): void => {
    if (!String(args[0]).startsWith('SQLite is an experimental feature')) emitWarning(...args);
  };
  Object.defineProperty(process, 'emitWarning', { value: emitOthers, configurable: true });
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    if (original !== undefined) Object.defineProperty(process, 'emitWarning', original);
  }
}

/** Whether SQLite reports it: a lock, a damaged file, and so on. */
export function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
