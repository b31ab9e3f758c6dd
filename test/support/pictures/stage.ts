import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { MicroSip } from 'microsip-sdk';
import {
  provideExampleAccount,
  Simulator,
  SimulatorClient,
  type SimulatorScript,
} from 'microsip-sdk/simulator';
import type { Browser, Page } from 'playwright-core';

import { packageExtension } from '../../../extension/packaging/package-extension.ts';
import { temporaryDirectory } from '../sdk/temporary-directory.ts';
import { codeServerAddress } from '../vscode/code-server-address.ts';
import { startCodeServer, type CodeServer } from '../vscode/code-server.ts';
import { provideCodeServer } from '../vscode/install-code-server.ts';
import { installedExtension } from '../vscode/installed-extension.ts';
import { WorkbenchPage } from '../vscode/workbench-page.ts';

/** Where a picture is taken: VS Code with the installed extension, and a phone whose far ends do what the scene says. */
export interface Stage extends AsyncDisposable {
  readonly page: Page;
  readonly workbench: WorkbenchPage;
  readonly phone: MicroSip;
  readonly simulator: SimulatorClient;
}

/** Those who are called wait until the scene has them ring and answer. */
const script: SimulatorScript = { rules: [{ dialled: '*', steps: [] }] };

const contacts = [
  { number: '+14155552671', name: 'Ada Byron' },
  { number: '201', name: 'Support Desk' },
  { number: 'sip:conference@pbx.test', name: 'Daily Stand-up' },
];

const files = {
  'customers.md': `# Customers

| Name        | Phone              | Town          |
| ----------- | ------------------ | ------------- |
| Ada Byron   | +1 (415) 555-2671  | San Francisco |
| Erika Weber | +49 30 901820      | Berlin        |
| Li Na       | +86 10 6552 9988   | Beijing       |

Call [the support desk](tel:201) when the line is down, or +44 20 7946 0018 in London.
`,
  '.vscode/contacts.json': `{
  "contacts": [
    { "name": "Erika Weber", "number": "+49 30 901820" },
    { "name": "On call", "number": "sip:oncall@pbx.test" }
  ]
}
`,
};

const size = { width: 1080, height: 640 };

/** Packs and installs the extension, and opens a window with it. */
export async function openStage(browser: Browser): Promise<Stage> {
  const cleanUps: (() => unknown)[] = [];
  const cleanUp = async (): Promise<void> => {
    for (const each of cleanUps.splice(0).reverse()) await each();
  };
  try {
    const directory = temporaryDirectory();
    cleanUps.push(() => directory[Symbol.dispose]());
    const workspace = path.join(directory.path, 'office');
    await writeFiles(workspace);

    const dataDirectory = path.join(directory.path, 'phone');
    await mkdir(dataDirectory);
    provideExampleAccount(dataDirectory);
    const phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
    cleanUps.push(() => phone.dispose());
    for (const contact of contacts) await phone.contacts.add(contact);
    const started = await Simulator.start({ dataDirectory, script });
    cleanUps.push(() => started[Symbol.asyncDispose]());

    const server = await startVsCode(dataDirectory, await packageExtension(directory.path));
    cleanUps.push(() => server.stop());
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
    cleanUps.push(() => page.close());
    await page.goto(codeServerAddress(server.origin, { folder: workspace, extensions: [] }));
    const workbench = new WorkbenchPage(page);
    await workbench.appears();
    await workbench.statusItem.waitFor();
    await page.getByText('Activating Extensions').waitFor({ state: 'detached' });
    const simulator = new SimulatorClient(dataDirectory);
    return { page, workbench, phone, simulator, [Symbol.asyncDispose]: cleanUp };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function writeFiles(folder: string): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function startVsCode(dataDirectory: string, extension: string): Promise<CodeServer> {
  const entry = await provideCodeServer((line) => console.log(line));
  if (!entry.ok) throw new Error(`There is no VS Code to be seen in a browser: ${entry.reason}`);
  const { userSettings, ...installed } = installedExtension(extension);
  return startCodeServer({
    entry: entry.value,
    settings: { 'microsip.backend': 'simulator', 'microsip.dataDirectory': dataDirectory },
    ...installed,
    userSettings: {
      ...userSettings,
      'breadcrumbs.enabled': false,
      'editor.minimap.enabled': false,
      'editor.scrollbar.vertical': 'hidden',
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
      'workbench.reduceMotion': 'on',
    },
  });
}
