import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { programImage } from '../support/sdk/program-image.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { StandInWsl } from '../support/sdk/wsl/stand-in-wsl.ts';

/** A machine that an example of the documentation ran on. */
export interface ExampleMachine extends Disposable {
  readonly environment: NodeJS.ProcessEnv;
  /** Words that the command needs there and not on a real one. */
  readonly words: readonly string[];
  /** What the command prints, as a reader's machine would name its places. */
  readonly shown: (output: string) => string;
}

const machines = { wsl, wine };

export function exampleMachine(name: string): ExampleMachine {
  const make = Object.entries(machines).find(([known]) => known === name)?.[1];
  if (make === undefined) {
    throw new Error(`There is no machine “${name}” for examples, only: ${Object.keys(machines).join(', ')}`);
  }
  return make();
}

/** An installed MicroSIP and a portable one on the Windows around a WSL. */
function wsl(): ExampleMachine {
  const installed = 'C:\\Users\\Jörg Weiß\\AppData\\Local\\MicroSIP';
  const classes = 'HKEY_CURRENT_USER\\Software\\Classes';
  const machine = new StandInWsl({
    automountRoot: 'mnt',
    registry: {
      'HKEY_CURRENT_USER\\Software\\MicroSIP': { '': installed },
      'HKEY_CURRENT_USER\\Environment': { Path: 'D:\\Phones\\MicroSIP' },
      [`${classes}\\tel`]: { '': 'URL:tel', 'URL Protocol': '' },
      [`${classes}\\tel\\shell\\open\\command`]: { '': `"${installed}\\microsip.exe" "%1"` },
      [`${classes}\\callto`]: { '': 'URL:callto', 'URL Protocol': '' },
      [`${classes}\\callto\\shell\\open\\command`]: { '': 'C:\\Program Files\\Old Phone\\phone.exe %1' },
    },
  });
  writeProgram(machine.local(`${installed}\\microsip.exe`), '3.22.16');
  writeProgram(machine.local('D:\\Phones\\MicroSIP\\microsip.exe'), '3.21.6');
  const home = temporaryDirectory();
  return {
    environment: { ...machine.environment, HOME: home.path, XDG_DATA_HOME: home.path, TMPDIR: home.path },
    // A Linux knows by its kernel that it runs in WSL.
    words: ['--backend', 'wsl'],
    shown: (output) => output.replaceAll(machine.folder, '').replaceAll('Jörg Weiß', 'Ada'),
    [Symbol.dispose]: () => {
      home[Symbol.dispose]();
      machine[Symbol.dispose]();
    },
  };
}

/** A Linux with Wine, and MicroSIP in Wine's own prefix and in a bottle of Bottles. */
function wine(): ExampleMachine {
  const home = temporaryDirectory();
  const at = (...names: readonly string[]): string => path.join(home.path, ...names);
  const bottle = at('.local/share/bottles/bottles/Phones');
  const prefixes = [
    { folder: at('.wine'), user: 'ada', version: '3.22.16' },
    { folder: bottle, user: 'steamuser', version: '3.21.6' },
  ];
  for (const { folder, user, version } of prefixes) {
    writeProgram(path.join(folder, 'drive_c/Program Files (x86)/MicroSIP/microsip.exe'), version);
    mkdirSync(path.join(folder, 'drive_c/users', user, 'AppData'), { recursive: true });
    writeFileSync(path.join(folder, 'system.reg'), registryOfWine('Machine', ''));
    const keys = '[Software\\\\MicroSIP]\n@="C:\\\\Program Files (x86)\\\\MicroSIP"\n';
    writeFileSync(path.join(folder, 'user.reg'), registryOfWine('User\\\\S-1-5-21-0-0-0-1000', keys));
  }
  writeFileSync(path.join(bottle, 'bottle.yml'), 'Name: Phones\nRunner: soda-9.0-1\n');
  const programs = [at('bin/wine'), at('.local/share/bottles/runners/soda-9.0-1/bin/wine')];
  for (const program of programs) writeScript(program);
  return {
    environment: {
      HOME: home.path,
      PATH: `${at('bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      TMPDIR: home.path,
      USER: 'ada',
      WINEPREFIX: '',
      XDG_DATA_HOME: '',
    },
    words: ['--backend', 'wine'],
    shown: (output) =>
      output
        .replaceAll(at('bin/wine'), '/usr/bin/wine')
        .replaceAll(home.path, '/home/ada')
        // Its name is made of that of the prefix.
        .replaceAll(/microsip-devkit-[\da-f]{8}/gu, 'microsip-devkit-24090e11'),
    [Symbol.dispose]: () => home[Symbol.dispose](),
  };
}

function registryOfWine(root: string, keys: string): string {
  return `WINE REGISTRY Version 2\n;; All keys relative to \\\\${root}\n\n#arch=win64\n\n${keys}`;
}

function writeProgram(file: string, version: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, programImage({ version, productName: 'MicroSIP' }));
}

function writeScript(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
}
