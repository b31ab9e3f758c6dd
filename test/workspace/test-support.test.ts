import assert from 'node:assert/strict';
import path from 'node:path';

import { findChromium } from '../support/browser/chromium.ts';
import { cacheDirectory } from '../support/cache-directory.ts';
import { provideFrom, type Provider } from '../support/provided.ts';
import { until } from '../support/sdk/until.ts';
import { codeServerAddress } from '../support/vscode/code-server-address.ts';
import { findDesktopVsCode } from '../support/vscode/find-desktop-vscode.ts';
import { MarkedLines, markLines } from '../support/vscode/marked-lines.ts';

describe('what the tests need from the machine', () => {
  const closed = (name: string): Provider<number> => ({
    name,
    provide: () => Promise.resolve({ ok: false, reason: `${name} is closed` }),
  });

  it('comes from the first way that leads somewhere', async () => {
    const open: Provider<number> = { name: 'open', provide: () => Promise.resolve({ ok: true, value: 1 }) };
    const never: Provider<number> = { name: 'never', provide: () => Promise.reject(new Error('was tried')) };
    assert.deepEqual(await provideFrom([closed('a'), open, never]), { ok: true, value: 1 });
  });

  it('is missing with the reason of every way', async () => {
    assert.deepEqual(await provideFrom([closed('a'), closed('b')]), {
      ok: false,
      reason: 'a: a is closed; b: b is closed',
    });
  });

  it('is the program that the environment names, or nothing: never another one in silence', () => {
    const program = process.execPath;
    assert.deepEqual(findChromium({ CHROMIUM: program }), { ok: true, value: program });
    assert.deepEqual(findDesktopVsCode({ VSCODE: program }), { ok: true, value: program });
    const gone = path.join(import.meta.dirname, 'gone');
    assert.deepEqual(findChromium({ CHROMIUM: gone }), {
      ok: false,
      reason: `CHROMIUM names ${gone}, which is no program`,
    });
    assert.deepEqual(findDesktopVsCode({ VSCODE: gone }), {
      ok: false,
      reason: `VSCODE names ${gone}, which is no program`,
    });
  });

  it("is kept in the user's cache, or where the environment says", () => {
    const chosen = path.resolve('elsewhere');
    assert.equal(cacheDirectory({ MICROSIP_DEVKIT_CACHE: chosen }), chosen);
    assert.equal(
      cacheDirectory({ XDG_CACHE_HOME: '/cache' }, 'linux'),
      path.join('/cache', 'microsip-devkit'),
    );
    assert.equal(
      cacheDirectory({ LOCALAPPDATA: 'C:\\cache' }, 'win32'),
      path.join('C:\\cache', 'microsip-devkit'),
    );
    assert.match(cacheDirectory({}, 'darwin'), /Library.Caches.microsip-devkit$/u);
  });
});

describe('waiting for a condition', () => {
  it('goes on until there is something, also where that is promised', async () => {
    for (const promised of [false, true]) {
      const answers = [undefined, false, 'third'] as const;
      let asked = 0;
      const condition = (): (typeof answers)[number] => answers[asked++];
      const found = await until(promised ? () => Promise.resolve(condition()) : condition, 'an answer');
      assert.equal(found, 'third');
      assert.equal(asked, 3);
    }
  });

  it('ends in vain at its time limit', async () => {
    await assert.rejects(
      () => until(() => Promise.resolve(false), 'nothing', 20),
      /20 ms in vain for nothing/u,
    );
  });
});

describe("the tests' lines among those of VS Code", () => {
  it('are told apart, however the stream is cut', () => {
    const printed: string[] = [];
    const lines = new MarkedLines((line) => printed.push(line));
    const text = `[main] starting\n${markLines('  ✔ one\n  ✖ two')}\r\nnoise\n\n`;
    for (const character of text) lines.write(character);
    lines.end();
    assert.deepEqual(printed, ['  ✔ one', '  ✖ two']);
    assert.deepEqual(lines.others, ['[main] starting', 'noise']);
  });
});

describe('the address of a page of code-server', () => {
  it('names folder, extension and tests as seen from the page', () => {
    const address = new URL(
      codeServerAddress('http://127.0.0.1:8080', {
        folder: '/a folder',
        extensions: ['/x'],
        tests: '/t.cjs',
      }),
    );
    assert.equal(address.searchParams.get('folder'), path.resolve('/a folder'));
    assert.deepEqual(JSON.parse(address.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:8080${path.resolve('/x')}`],
      ['extensionTestsPath', `vscode-remote://127.0.0.1:8080${path.resolve('/t.cjs')}`],
    ]);
  });
});
