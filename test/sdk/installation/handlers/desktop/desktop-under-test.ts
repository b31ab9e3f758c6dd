import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { HandlerControl } from '../../../../../sdk/src/installation/handlers/handler-control.ts';
import type { Installation } from '../../../../../sdk/src/installation/installation.ts';

/** A user's desktop below a folder, with a MicroSIP under a stand-in for Wine that writes down how it was started. */
export class DesktopUnderTest {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    this.home = path.join(directory, 'home');
    this.env = {
      HOME: this.home,
      PATH: `${path.join(directory, 'bin')}:/usr/bin:/bin`,
      XDG_CONFIG_HOME: path.join(this.home, 'config'),
      XDG_DATA_HOME: path.join(this.home, 'data'),
      XDG_CONFIG_DIRS: path.join(directory, 'etc'),
      XDG_DATA_DIRS: path.join(directory, 'share'),
    };
    // Arguments, each behind a NUL, and the prefix, whole at once: the test waits for the file.
    this.write(
      'bin/wine',
      `#!/bin/sh\nprintf '%s\\0' "$WINEPREFIX" "$@" > '${this.startedFile}.new'\nmv '${this.startedFile}.new' '${this.startedFile}'\n`,
    );
    mkdirSync(path.join(this.home, 'data', 'microsip-devkit'), { recursive: true });
    mkdirSync(path.join(this.home, 'My $Prefix', 'drive_c'), { recursive: true });
  }

  get startedFile(): string {
    return path.join(this.#directory, 'started');
  }

  get list(): string {
    return path.join(this.home, 'config', 'mimeapps.list');
  }

  /** Writes a file below the folder. */
  write(name: string, text: string): string {
    const file = path.join(this.#directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o755 });
    return file;
  }

  /** Installs another application for schemes. */
  addApplication(id: string, exec: string, ...schemes: readonly string[]): void {
    const types = schemes.map((scheme) => `x-scheme-handler/${scheme};`).join('');
    this.write(
      `share/applications/${id}`,
      `[Desktop Entry]\nType=Application\nName=Other\nExec=${exec}\nMimeType=${types}\n`,
    );
    const cache = path.join(this.#directory, 'share/applications/mimeinfo.cache');
    const before = existsSync(cache) ? readFileSync(cache, 'utf8') : '[MIME Cache]\n';
    this.write(
      'share/applications/mimeinfo.cache',
      before + schemes.map((scheme) => `x-scheme-handler/${scheme}=${id};\n`).join(''),
    );
  }

  installation(name = 'My MicroSIP'): Installation {
    const prefix = path.join(this.home, 'My $Prefix');
    this.write(`home/My $Prefix/drive_c/${name}/microsip.exe`, '');
    return {
      backend: 'wine',
      version: undefined,
      executable: `C:\\${name}\\microsip.exe`,
      prefix,
      dataDirectory: prefix,
      logDirectory: prefix,
      launch: {
        file: path.join(this.#directory, 'bin', 'wine'),
        leadingArguments: [`C:\\${name}\\microsip.exe`],
        environment: { WINEPREFIX: prefix },
      },
    };
  }

  handlers(installation = this.installation(), env: Readonly<Record<string, string>> = {}): HandlerControl {
    return new HandlerControl(installation, {
      platform: 'linux',
      env: { ...this.env, ...env },
      home: this.home,
    });
  }

  /** Every file and folder of the user, with its bytes. */
  snapshot(): ReadonlyMap<string, string> {
    return new Map(
      readdirSync(this.home, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => {
          const file = path.join(this.home, name);
          return [name, statSync(file).isDirectory() ? 'folder' : readFileSync(file, 'latin1')];
        }),
    );
  }
}
