// `npm run extension`: opens a VS Code with the extension and a simulated phone, apart from the user's own settings.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { execa } from 'execa';

import { bundleExtension } from '../../../extension/bundle.ts';
import { packageExtension } from '../../../extension/packaging/package-extension.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { cacheDirectory } from '../cache-directory.ts';
import { temporaryDirectory } from '../sdk/temporary-directory.ts';
import { codeServerAddress } from './code-server-address.ts';
import { startCodeServer } from './code-server.ts';
import { findDesktopVsCode } from './find-desktop-vscode.ts';
import { provideCodeServer } from './install-code-server.ts';
import { installedExtension } from './installed-extension.ts';

const root = path.join(import.meta.dirname, '../../..');
const extension = path.join(root, 'extension');
const phoneFolder = path.join(cacheDirectory(), 'simulated-phone');
const settings = { 'microsip.backend': 'simulator', 'microsip.dataDirectory': phoneFolder };

const hint = `The phone is simulated and calls nobody. Press F1 and choose "MicroSIP: Dial…", or begin with
"Welcome: Open Walkthrough…".`;

async function openDesktop(executable: string): Promise<void> {
  await bundleExtension();
  const userData = path.join(cacheDirectory(), 'vscode-user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(settings, undefined, 2));
  console.log(`Opening ${executable}. ${hint}`);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const parameters = [
    root,
    ...asRoot,
    `--extensionDevelopmentPath=${extension}`,
    `--user-data-dir=${userData}`,
    '--disable-extensions',
    '--disable-workspace-trust',
    '--new-window',
  ];
  await execa(executable, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Packed and installed: from a folder it would run only as under test, where VS Code shows no notification by itself. */
async function openInBrowser(): Promise<void> {
  const entry = await provideCodeServer((line) => console.log(line));
  if (!entry.ok) {
    throw new Error(
      `There is no VS Code here: set VSCODE to its program, or install it. (code-server: ${entry.reason})`,
    );
  }
  using folder = temporaryDirectory();
  const installed = installedExtension(await packageExtension(folder.path));
  const server = await startCodeServer({ entry: entry.value, settings, ...installed });
  console.log(
    `\nOpen this address in a browser; Ctrl+C ends it.\n\n  ${codeServerAddress(server.origin, { folder: root, extensions: [] })}\n`,
  );
  console.log(hint);
  console.log('It asks for no password; only programs and users of this machine reach it.');
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.stop();
}

async function startPhone(): Promise<void> {
  await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory: phoneFolder });
  await phone.start();
}

try {
  const desktop = findDesktopVsCode();
  try {
    await startPhone();
    await (desktop.ok ? openDesktop(desktop.value) : openInBrowser());
  } finally {
    // As MicroSIP itself, a phone that was started outlives whoever started it.
    const phone = new SimulatorClient(phoneFolder);
    if (await phone.isRunning()) await phone.shutdown();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
