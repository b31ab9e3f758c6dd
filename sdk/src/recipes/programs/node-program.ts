import { escapedLiteral } from '../literals/escaped-literal.ts';
import { pauseMs, timeLimitSeconds, type Snippet } from '../snippet.ts';

/** A snippet as a module of Node.js. */
export function nodeProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const [prefix = ''] = commands;
  const name = input?.name ?? '';
  const written = prefix === '' ? name : `${escapedLiteral(prefix)} + ${name}`;
  const list = commands.map(escapedLiteral).join(', ');
  const checked = input !== undefined;
  const several = commands.length > 1;
  return String.raw`// ${purpose}. Made for MicroSIP ${version}; needs Node.js 18 or newer.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
${several ? "import { setTimeout as pause } from 'node:timers/promises';\n" : ''}
const microsip = ${escapedLiteral(executable)}; // the path of microsip.exe; empty: it is looked for
${checked ? `const ${name} = ${escapedLiteral(input.value)};\n` : ''}const timeLimit = ${timeLimitSeconds * 1000}; // milliseconds
const onWindows = process.platform === 'win32';

const systemProgram = (name) => join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', name);

function registryValue(key, view) {
  const folder = mkdtempSync(join(tmpdir(), 'microsip-'));
  const file = join(folder, 'key.reg');
  try {
    // An export is Unicode; what reg.exe prints is in the code page of a console.
    const options = { stdio: 'ignore', timeout: timeLimit, windowsHide: true };
    execFileSync(systemProgram('reg.exe'), ['export', key, file, '/y', '/reg:' + view], options);
    const [, ownValues = ''] = readFileSync(file, 'utf16le').split('\r\n\r\n');
    const [, value = ''] = /^@="(.*)"\r?$/m.exec(ownValues) ?? [];
    return value.replace(/\\(.)/g, '$1').replaceAll('"', '');
  } catch {
    return ''; // there is no such key
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* places() {
  // MicroSIP is a 32-bit program, which has a part of the registry of its own.
  for (const view of ['32', '64']) {
    for (const root of ['HKCU', 'HKLM']) {
      const folder = registryValue(root + '\\Software\\MicroSIP', view);
      if (folder !== '') yield join(folder, 'microsip.exe');
      yield registryValue(root + '\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe', view);
    }
  }
  for (const variable of ['LOCALAPPDATA', 'ProgramFiles(x86)', 'ProgramFiles', 'ProgramW6432']) {
    const folder = process.env[variable];
    if (folder) yield join(folder, 'MicroSIP', 'microsip.exe');
  }
}

function findMicroSip() {
  for (const place of microsip !== '' || !onWindows ? [microsip] : places()) {
    if (place !== '' && statSync(place, { throwIfNoEntry: false })?.isFile()) return place;
  }
  throw new Error('microsip.exe was not found. Write its path into the constant microsip.');
}

function phoneRuns(program) {
  if (!onWindows) return true; // under Wine it cannot be told from here
  const filter = ['/fi', 'imagename eq ' + basename(program), '/fo', 'csv', '/nh'];
  const options = { encoding: 'latin1', timeout: timeLimit, windowsHide: true };
  return execFileSync(systemProgram('tasklist.exe'), filter, options).startsWith('"');
}

async function send(program, command, running) {
  // It starts without a shell. One start at a time: two at once lose a command.
  const phone = spawn(program, command === '' ? [] : [command], { detached: true, stdio: 'ignore' });
  try {
    await once(phone, 'spawn');
    if (!running) return; // this start becomes the phone and goes on running
    const signal = AbortSignal.timeout(timeLimit);
    const [code] = await once(phone, 'exit', { signal });
    if (code !== 0) throw new Error('MicroSIP did not take the command.');
  } catch (error) {
    throw error.name === 'AbortError' ? new Error('MicroSIP has not taken the command yet: it is busy.') : error;
  } finally {
    phone.unref();
  }
}

async function main() {
${
  checked
    ? `  if (!new RegExp(${escapedLiteral(`^(?:${input.pattern})$`)}).test(${name})) {
    throw new Error(${escapedLiteral(input.complaint)});
  }
`
    : ''
}  const program = findMicroSip();
  const running = phoneRuns(program);
${needsRunningPhone ? "  if (!running) throw new Error('MicroSIP does not run.');\n" : ''}${
    several
      ? `  for (const command of [${list}]) {
    await send(program, command, running);
    await pause(${pauseMs});
  }
`
      : `  await send(program, ${checked ? written : list}, running);
`
  }}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
`;
}
