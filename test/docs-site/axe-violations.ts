import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page, in a line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ failureSummary, html }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
