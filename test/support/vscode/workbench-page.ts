import { errors, type Locator, type Page } from 'playwright-core';

const statusItem = '[id="microsip-devkit.microsip-devkit.microsip.call"]';

const listRow = '.quick-input-list .monaco-list-row';

/** A row of the palette that answers what was typed; the rows for nothing typed stay for a moment. */
const answeringRow = [
  `${listRow}:has(.highlight)`,
  `${listRow}[aria-label*="similar commands"]`,
  `${listRow}[aria-label^="No matching"]`,
].join();

/** Runs in the page: the list that it makes grows with each text that the status item shows. */
const recordTexts = `
  const texts = [];
  new MutationObserver(() => {
    const text = document.querySelector(${JSON.stringify(statusItem)})?.textContent.trim() ?? '';
    if (text !== texts.at(-1)) texts.push(text);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  texts
`;

/** Runs in the page, which sees a row sooner than this process hears of it. */
function clickOnceDrawn(text: string): string {
  return `
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const row = Array.from(document.querySelectorAll(${JSON.stringify(listRow)}))
          .find(({ textContent }) => textContent.includes(${JSON.stringify(text)}));
        if (row === undefined) return;
        observer.disconnect();
        row.click();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    })
  `;
}

/** VS Code's window in a browser, with the extension in it. */
export class WorkbenchPage {
  readonly #page: Page;
  /** The input of the palette, and of whatever asks for text. */
  readonly input: Locator;
  /** What Enter takes of the list under the input. */
  readonly focusedEntry: Locator;
  /** The extension's item in the status bar. */
  readonly statusItem: Locator;
  /** The editor that listens to the keyboard. */
  readonly editor: Locator;
  /** What the status bar says of the cursor. */
  readonly #cursor: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.input = page.locator('.quick-input-widget input[type="text"]');
    this.focusedEntry = page.locator(`${listRow}.focused`);
    this.statusItem = page.locator(statusItem);
    this.editor = page.locator('.monaco-editor.focused');
    this.#cursor = page.locator('[id="status.editor.selection"]');
  }

  /** Waits until there is a window to work with. */
  async appears(): Promise<void> {
    await this.#page.locator('.monaco-workbench .statusbar').waitFor();
  }

  /** The palette lists what is there when it opens; a fresh window needs some seconds to know an extension. */
  async runCommand(name: string): Promise<void> {
    const row = this.#page.locator(listRow, { hasText: name }).first();
    for (let attempt = 0; attempt < 30; attempt++) {
      try {
        await this.#page.keyboard.press('F1');
        // The palette closes again when what was done before takes the focus late.
        await this.input.fill(`>${name}`, { timeout: 1000 });
        await row.click({ timeout: 1000 });
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        await this.#page.keyboard.press('Escape');
      }
    }
    throw new Error(`the palette does not offer "${name}"`);
  }

  /** The names in the palette that begin so. */
  async offeredCommands(name: string): Promise<string[]> {
    await this.#page.keyboard.press('F1');
    await this.input.fill(`>${name}`);
    await this.#page.locator(answeringRow).first().waitFor();
    const found: string[] = [];
    for (const row of await this.#page.locator(listRow).all()) {
      const [label = ''] = (await row.getAttribute('aria-label'))?.split(',') ?? [];
      if (label.startsWith(name)) found.push(label);
    }
    await this.#page.keyboard.press('Escape');
    return found;
  }

  /** Waits for a notification. Under test VS Code shows them only to those who ask for them, and until the last is dealt with. */
  async notification(message: string): Promise<Locator> {
    const center = this.#page.locator('.notifications-center.visible');
    const notification = center.locator('.notification-list-item', { hasText: message }).first();
    for (let attempt = 0; attempt < 30; attempt++) {
      if (!(await center.isVisible())) await this.#page.locator('[id="status.notifications"]').click();
      try {
        await notification.waitFor({ timeout: 1000 });
        return notification;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
    throw new Error(`no notification says "${message}"`);
  }

  /** Clicks a button of a notification. */
  async clickInNotification(message: string, button: string): Promise<void> {
    const notification = await this.notification(message);
    await notification.hover();
    await notification.getByRole('button', { name: button, exact: true }).click();
  }

  /** The entries with a text in the list under the input. */
  entry(text: string): Locator {
    return this.#page.locator(listRow, { hasText: text });
  }

  /** Waits for the input to have a title: one question follows another in the same widget. */
  async questionIs(title: string): Promise<void> {
    await this.#page.locator('.quick-input-widget').getByText(title, { exact: true }).waitFor();
  }

  async openDialInput(): Promise<void> {
    await this.runCommand('MicroSIP: Dial…');
    await this.questionIs('Dial with MicroSIP');
  }

  /** Dials by the palette, as soon as what is typed is offered. */
  async dial(target: string): Promise<void> {
    await this.openDialInput();
    await this.input.fill(target);
    await this.#page.locator(listRow, { hasText: 'dials' }).first().waitFor();
    await this.input.press('Enter');
  }

  /** A row of the list that is open: of the palette, or of a question. */
  listed(text: string): Locator {
    return this.#page.locator(listRow, { hasText: text }).first();
  }

  /** Agrees to the number that the extension asks about. */
  async agreeToDial(): Promise<void> {
    await this.#page.locator('.quick-input-widget').getByText('Dial with MicroSIP?').waitFor();
    await this.answerByEnter();
  }

  /** Answers the open question by what Enter gives. */
  async answerByEnter(): Promise<void> {
    await this.#answer(() => this.#page.keyboard.press('Enter'));
  }

  /** Answers the open question by a row of its list. */
  async answerByClick(text: string): Promise<void> {
    await this.#answer(() => this.listed(text).click());
  }

  /**
   * Clicks on a row of a question that comes up meanwhile, in the moment it is drawn: as the second click of a double
   * click, where it lands there.
   */
  async clickAtOnce(text: string): Promise<void> {
    await this.#page.evaluate(clickOnceDrawn(text));
  }

  /** A question hears nothing in the moment after it came up. */
  async #answer(choose: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt++) {
      await choose();
      try {
        await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 2000 });
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
    throw new Error('the question does not take the answer');
  }

  /** Opens the extension's views from the activity bar, and gives the side bar they are in. */
  async openViews(): Promise<Locator> {
    await this.#page.locator('.activitybar').getByRole('tab', { name: 'MicroSIP' }).click();
    return this.#page.locator('.part.sidebar');
  }

  /** Opens a file of the folder from the explorer. */
  async openFile(name: string): Promise<void> {
    await this.#page.getByRole('treeitem', { name }).dblclick();
    await this.#page.getByRole('tab', { name }).waitFor();
    await this.editor.waitFor();
  }

  /** Puts the cursor of the open file to a place; lines and columns count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#page.keyboard.press('Control+g');
    await this.input.fill(`:${line}:${column}`);
    await this.input.press('Enter');
    await this.editor.waitFor();
    await this.#cursor.getByText(`Ln ${line}, Col ${column}`).waitFor();
  }

  /** Selects what stands in the open file from a place to the end of its line. */
  async selectToLineEnd(line: number, column: number): Promise<void> {
    await this.goTo(line, column);
    await this.#page.keyboard.press('Shift+End');
    await this.#cursor.getByText(/\(\d+ selected\)$/u).waitFor();
  }

  /** Keeps every text that the status item shows from now on; what is returned tells them. */
  async recordStatusTexts(): Promise<() => Promise<readonly string[]>> {
    const recording = await this.#page.evaluateHandle<string[]>(recordTexts);
    return () => recording.jsonValue();
  }
}
