import type { Page } from 'playwright-core';

/** Runs in the page, before VS Code reads what its server wrote into it. */
const changeProtocol = `
  new MutationObserver((_, observer) => {
    const configuration = document.getElementById('vscode-workbench-web-configuration');
    if (configuration === null) return;
    observer.disconnect();
    const settings = JSON.parse(configuration.dataset.settings);
    settings.productConfiguration.urlProtocol = 'vscode';
    configuration.dataset.settings = JSON.stringify(settings);
  }).observe(document, { childList: true, subtree: true });
`;

/**
 * Has the windows of a page take `vscode:` for the scheme of their links, as Microsoft's VS Code does on the desktop and
 * in a browser. code-server's is `code-oss:`, which VS Code's web views hand to nobody.
 */
export async function useVsCodeProtocol(page: Page): Promise<void> {
  await page.addInitScript({ content: changeProtocol });
}
