import assert from 'node:assert/strict';

import { darkCode, lightCode } from '../../docs-site/code-themes.mjs';

/** What WCAG asks of text that people are to read. */
const enough = 4.5;

for (const [name, theme] of Object.entries({ light: lightCode, dark: darkCode })) {
  describe(`the colours of programs, ${name}`, () => {
    const background = theme.plain.backgroundColor ?? '';

    it('can be read, each of them', () => {
      const colours = [theme.plain.color, ...theme.styles.map(({ style }) => style.color)];
      assert.ok(colours.length > 5);
      for (const colour of colours) {
        const ratio = contrast(colour ?? '', background);
        assert.ok(ratio >= enough, `${colour ?? 'none'} on ${background}: ${ratio.toFixed(2)}`);
      }
    });
  });
}

/** How much two colours differ in brightness, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted(
    (left, right) => right - left,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  assert.match(colour, /^#[\da-f]{6}$/u);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
