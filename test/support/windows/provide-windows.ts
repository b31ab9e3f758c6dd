import { debianCompiler, findCCompiler } from './c-compiler.ts';
import { ThisWindows } from './this-windows.ts';
import type { MissingWindows, WindowsMachine, WindowsTestBed } from './windows-machine.ts';
import { debianWine, findWine, Wine } from './wine.ts';
import { provideWindowsPrograms } from './windows-programs.ts';

/** Makes a test bed ready. */
export type ProvideTestBed = () => Promise<WindowsTestBed>;

/** How the tests on Windows can be run on this system: on itself, or under Wine. */
export function findWindows(
  root: string,
): { readonly ok: true; readonly value: ProvideTestBed } | MissingWindows {
  const compiler = findCCompiler();
  if (process.platform === 'win32') {
    if (!compiler.ok) {
      return {
        ok: false,
        possible: true,
        reason: `${compiler.reason}; install MinGW-w64 and put it on the PATH`,
      };
    }
    return ready(() => Promise.resolve(new ThisWindows()), compiler.value);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ok: false, possible: false, reason: 'they need Windows, or Linux on x64 with Wine' };
  }
  const wine = findWine();
  const missing = [wine, compiler].flatMap((found) => (found.ok ? [] : [found.reason]));
  if (!wine.ok || !compiler.ok) {
    const remedy = `apt-get install -y --no-install-recommends ${debianWine} ${debianCompiler}`;
    return { ok: false, possible: true, reason: `${missing.join(' and ')}; ${remedy}` };
  }
  return ready(() => Wine.create(wine.value, root), compiler.value);
}

function ready(
  createMachine: () => Promise<WindowsMachine>,
  compiler: Parameters<typeof provideWindowsPrograms>[0],
): { readonly ok: true; readonly value: ProvideTestBed } {
  return {
    ok: true,
    value: async () => {
      const programs = await provideWindowsPrograms(compiler);
      const machine = await createMachine();
      const environment = Object.fromEntries(
        Object.entries(programs).map(([name, file]) => [name, machine.pathOf(file)]),
      );
      return { machine, environment, [Symbol.asyncDispose]: () => machine[Symbol.asyncDispose]() };
    },
  };
}
