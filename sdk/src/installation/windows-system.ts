import path from 'node:path';

/** The programs of Windows that tell about it, by their full paths: nothing is looked for in `PATH`. */
export interface WindowsSystem {
  readonly tasklist: string;
  readonly powershell: string;
  readonly reg: string;
}

/**
 * The system programs of the Windows this process runs on, or of the Windows around this WSL.
 *
 * @param directory - the Windows directory, as this process sees it
 */
export function windowsSystem(directory: string = windowsDirectory()): WindowsSystem {
  const system32 = path.join(directory, 'System32');
  return {
    tasklist: path.join(system32, 'tasklist.exe'),
    powershell: path.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    reg: path.join(system32, 'reg.exe'),
  };
}

function windowsDirectory(): string {
  return process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/mnt/c/Windows';
}
