import { runSystemProgram } from '../../installation/system/run-system-program.ts';
import { windowsSystem, type WindowsSystem } from '../../installation/system/windows-system.ts';

const store = String.raw`SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam`;

/** Where Windows keeps whether programs may use the camera (facts K.21). */
export const cameraConsentKeys: readonly string[] = [
  `HKLM\\${store}`,
  `HKCU\\${store}`,
  `HKCU\\${store}\\NonPackaged`,
];

/**
 * The keys by which Windows denies the camera.
 *
 * @returns `unknown` where the registry cannot be asked
 */
export async function cameraDeniedBy(
  signal: AbortSignal,
  system: WindowsSystem = windowsSystem(),
): Promise<readonly string[] | 'unknown'> {
  const outputs = await Promise.all(
    cameraConsentKeys.map((key) => runSystemProgram(system.reg, ['query', key, '/v', 'Value'], signal)),
  );
  if (outputs.every((output) => output === undefined)) return 'unknown';
  return cameraConsentKeys.filter((_key, index) => isDenied(outputs[index]?.stdout));
}

/** `reg.exe` prints `    Value    REG_SZ    Deny`, in every language; a key that is missing denies nothing. */
function isDenied(output: Uint8Array | undefined): boolean {
  return /^\s+Value\s+REG_SZ\s+Deny\s*$/imu.test(new TextDecoder().decode(output));
}
