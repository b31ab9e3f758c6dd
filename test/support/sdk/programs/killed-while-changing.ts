import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Changes an ini, and kills itself at one step of its work with files: FILE ACT STEP, counted from 1.
const [file = '', act = '', step = ''] = process.argv.slice(2);
let steps = 0;

function passStep(): void {
  if (++steps === Number(step)) process.kill(process.pid, 'SIGKILL');
}

/** A step before an act, and one behind it. */
async function betweenSteps<Result>(work: () => Promise<Result>): Promise<Result> {
  passStep();
  const result = await work();
  passStep();
  return result;
}

const { mkdir, open, rename, rm } = fs;
// The types of the originals have many forms, of which the SDK uses one each.
Object.assign(fs, {
  mkdir: (...of: Parameters<typeof mkdir>) => betweenSteps(() => mkdir(...of)),
  rename: (...of: Parameters<typeof rename>) => betweenSteps(() => rename(...of)),
  rm: (...of: Parameters<typeof rm>) => betweenSteps(() => rm(...of)),
  open: async (...of: Parameters<typeof open>) => {
    const handle = await betweenSteps(() => open(...of));
    const { close, sync } = handle;
    return Object.assign(handle, {
      writeFile: (content: Uint8Array) => writeInHalves(handle, content),
      sync: () => betweenSteps(() => sync.call(handle)),
      close: () => betweenSteps(() => close.call(handle)),
    });
  },
});
syncBuiltinESMExports();

async function writeInHalves(handle: fs.FileHandle, content: Uint8Array): Promise<void> {
  const half = Math.floor(content.length / 2);
  await betweenSteps(() => handle.write(content.subarray(0, half)));
  await betweenSteps(() => handle.write(content.subarray(half)));
}

const { SettingsFile } = await import('../../../../sdk/src/settings/settings-file.ts');
const { closedPhone } = await import('../phone-that.ts');
const settings = new SettingsFile(file, closedPhone);
if (act === 'undo') await settings.undo();
else await settings.change((ini) => ini.set('Settings', 'singleMode', 'new'));
process.stdout.write(String(steps));
