import { matchesWhole, parseDialPattern } from './dial-pattern.ts';

/** `<from:to>` in front of an alternative. */
const replacement = /^<([^<>:]*):([^<>]*)>/u;

/**
 * The number as an account's `dialPlan` rewrites it: the first alternative that takes the whole number wins, and its
 * `<from:to>` replaces the beginning (facts A.7). It is applied to names and `user@host` as well (facts N).
 *
 * @returns an empty text when no alternative matches, which ends in an invalid address.
 * @example
 * ```ts
 * applyDialPlan('<0:0049>xxxxxxx.|xxx', '030123456'); // '004930123456'
 * ```
 */
export function applyDialPlan(plan: string, number: string): string {
  for (const alternative of alternativesOf(withoutOuterBrackets(plan))) {
    const [prefix = '', from = '', to = ''] = replacement.exec(alternative) ?? [];
    const pattern = parseDialPattern(alternative.slice(prefix.length));
    if (pattern === undefined || !number.startsWith(from)) continue;
    const rest = number.slice(from.length);
    if (matchesWhole(pattern, rest)) return to + rest;
  }
  return '';
}

/** Plans are often written in brackets, as other telephones want them. */
function withoutOuterBrackets(plan: string): string {
  if (!plan.startsWith('(') || !plan.endsWith(')')) return plan;
  let depth = 0;
  for (let index = 0; index < plan.length - 1; index++) {
    if (plan.charAt(index) === '(') depth++;
    if (plan.charAt(index) === ')') depth--;
    if (depth === 0) return plan;
  }
  return plan.slice(1, -1);
}

/** Splits at each `|` that stands in no bracket. */
function alternativesOf(plan: string): readonly string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < plan.length; index++) {
    const character = plan.charAt(index);
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) {
      alternatives.push(plan.slice(start, index));
      start = index + 1;
    }
  }
  return [...alternatives, plan.slice(start)];
}
