import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { execa } from 'execa';

/** How to start a VS Code whose window is a web page. */
export interface CodeServerOptions {
  /** Path of code-server's start script. */
  readonly entry: string;
  /** Settings of the machine; those that keep a fresh VS Code quiet are there already. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Folders of extensions that are installed before it starts. */
  readonly installed?: readonly string[];
  /** Settings of the user, which not every setting can be a machine's. */
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** Paths of packed extensions to install. */
  readonly packages?: readonly string[];
  /** Whether it runs for users, or for tests inside of it: only for these does it load what a page's address names. */
  readonly isFor?: 'users' | 'tests';
  /** Whether a folder counts as untrusted until the user says otherwise, as it does on a user's machine. */
  readonly workspaceTrust?: boolean;
  /** What the extension host's processes see besides this process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A running VS Code whose window is a web page. */
export interface CodeServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Where VS Code and its extensions keep their data. */
  readonly userDataDirectory: string;
  /** Everything it has printed. */
  output(): string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  // A canvas holds no text that a test could look for.
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.initialHint': false,
  'terminal.integrated.suggest.enabled': false,
};

/** Opens a folder that nobody trusts in Restricted Mode, without asking first. */
const untrustingSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.emptyWindow': false,
};

const startLimitMs = 120_000;

/**
 * Starts code-server with data of its own: a used folder would bring back the last window. It asks for no password and
 * listens on 127.0.0.1 alone, so that whoever can log in to this machine could use it: start it for the time of a
 * test, or of the user's own look.
 */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'microsip-vscode-'));
  const userData = path.join(folder, 'data');
  const extensions = path.join(folder, 'extensions');
  const writeSettings = async (level: 'User' | 'Machine', settings: object): Promise<void> => {
    await mkdir(path.join(userData, level), { recursive: true });
    await writeFile(path.join(userData, level, 'settings.json'), JSON.stringify(settings, undefined, 2));
  };
  const trust = options.workspaceTrust === true ? untrustingSettings : {};
  await writeSettings('User', { ...quietSettings, ...trust, ...options.userSettings });
  // A setting of the scope `machine` is not taken from the user's settings where VS Code runs on a server.
  await writeSettings('Machine', options.settings);
  await mkdir(extensions);
  for (const folder of options.installed ?? []) {
    await cp(folder, path.join(extensions, path.basename(folder)), { recursive: true });
  }

  const env = {
    ...options.environment,
    EXTENSIONS_GALLERY: JSON.stringify({
      serviceUrl: '',
      itemUrl: '',
      resourceUrlTemplate: '',
      controlUrl: '',
    }),
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    // Where VS Code and its git leave their sockets, for good.
    XDG_RUNTIME_DIR: folder,
  };
  const { entry, packages = [], isFor = 'tests' } = options;
  const places = ['--user-data-dir', userData, '--extensions-dir', extensions];
  for (const file of packages) {
    await execa(process.execPath, [entry, ...places, '--install-extension', file], { env, stdin: 'ignore' });
  }

  const parameters = [
    entry,
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--config', path.join(folder, 'config.yaml')],
    ...places,
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    // Without it VS Code ignores the test payload of the page's address; with it, it shows no notification by itself.
    ...(isFor === 'tests' ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const server = execa(process.execPath, parameters, {
    all: true,
    stdin: 'ignore',
    reject: false,
    // Its extension hosts are children that a signal to the server alone leaves behind.
    detached: true,
    env,
  });
  // execa ends no detached process with this one, and Ctrl+C does not reach it.
  const endWithThisProcess = (): void => {
    endProcessGroup(server.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', endWithThisProcess);

  let output = '';
  const origin = new Promise<string>((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`code-server did not start in time.\n${output}`)),
      startLimitMs,
    );
    server.all.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /listening on (http:\/\/[^\s/]+)/u.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    });
    void server.then(() => {
      clearTimeout(limit);
      reject(new Error(`code-server ended.\n${output}`));
    });
  });

  const stop = async (): Promise<void> => {
    endProcessGroup(server.pid, 'SIGTERM');
    await server;
    process.off('exit', endWithThisProcess);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { origin: await origin, userDataDirectory: userData, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function endProcessGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}
