/**
 * A name in the form in which two names of keys or values are compared: Windows ignores case, one UTF-16 unit at a
 * time, and never takes a letter for an ASCII one (`ß` is not `SS`, `ı` is not `I`).
 */
export function foldName(name: string): string {
  if (/^[\0-\x7f]*$/u.test(name)) return name.toUpperCase();
  return Array.from({ length: name.length }, (_unit, index) => foldUnit(name.charAt(index))).join('');
}

/** Whether two names mean the same key or value. */
export function sameName(left: string, right: string): boolean {
  return left === right || foldName(left) === foldName(right);
}

function foldUnit(unit: string): string {
  const upper = unit.toUpperCase();
  if (upper.length !== 1) return unit;
  return unit > '\x7f' && upper <= '\x7f' ? unit : upper;
}
