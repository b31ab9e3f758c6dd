/** The name that the system has for an error, such as `ENOENT`; `undefined` for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Whether it is an error of the system with one of these names. */
export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  const code = systemErrorCode(error);
  return code !== undefined && codes.includes(code);
}
