import { MicroSipError } from '../microsip-error.ts';

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Makes the check of an option that takes a time: a date, which begins at midnight here; a date with a time, which is
 * meant here unless it names its zone; or how long ago it was, such as `30m`, `2h` or `7d`.
 */
export function parseTime(option: string, now: () => number = Date.now): (text: string) => Date {
  return (text) => {
    const [, count, unit] = /^(\d{1,6})([smhd])$/u.exec(text) ?? [];
    if (count !== undefined && isUnit(unit)) return new Date(now() - Number(count) * unitMs[unit]);
    // A date alone would be read as midnight in Greenwich.
    const time = new Date(/^\d{4}-\d\d-\d\d$/u.test(text) ? `${text}T00:00` : text);
    if (/^\d{4}-\d\d/u.test(text) && !Number.isNaN(time.getTime())) return time;
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${option} takes a time, such as 2026-11-22, 2026-11-22T08:30 or 2h (two hours ago), not “${text}”.`,
    );
  };
}

function isUnit(text: string | undefined): text is keyof typeof unitMs {
  return text !== undefined && text in unitMs;
}
