import path from 'node:path';

/** The programs of Windows that tell about it, by their full paths: nothing is looked for in `PATH`. */
export interface WindowsSystem {
  readonly tasklist: string;
  readonly powershell: string;
  readonly reg: string;
}

/**
 * The system programs of a Windows.
 *
 * @param directory - its directory, as this process sees it; left out, that of the Windows this process runs on
 */
export function windowsSystem(directory = process.env['SystemRoot'] ?? 'C:\\Windows'): WindowsSystem {
  const system32 = path.join(directory, 'System32');
  return {
    tasklist: path.join(system32, 'tasklist.exe'),
    powershell: path.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    reg: path.join(system32, 'reg.exe'),
  };
}
