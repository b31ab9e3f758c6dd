import type { Target } from 'microsip-sdk/target';

/** What a list shows of one line without cutting it. */
const longestLine = 56;

/** All that would be dialled: the number, or the address with everything in it, and the keys sent after the answer. */
export function dialledText({ dials }: Target): string {
  const called = 'number' in dials ? dials.number : dials.address;
  return dials.dtmf === '' ? called : `${called}, ${dials.dtmf}`;
}

/** The same in lines that can be read to their end, without what VS Code would take for an icon. */
export function dialledLines(target: Target): readonly string[] {
  return (dialledText(target).match(new RegExp(`.{1,${longestLine}}`, 'gu')) ?? []).map((line) =>
    line.replaceAll('$(', '$ ('),
  );
}
