import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';
import { execa } from 'execa';

const entry = path.join(import.meta.dirname, '../../../extension/src/numbers/find-dialable.ts');

/** Whether a process that looks through a text has loaded the library by then. */
async function isLoadedBy(text: string): Promise<boolean> {
  const program = `
    import { registerHooks } from 'node:module';
    let loaded = false;
    registerHooks({
      resolve(specifier, context, next) {
        loaded ||= specifier.startsWith('libphonenumber-js');
        return next(specifier, context);
      },
    });
    const { findDialable } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    await findDialable(${JSON.stringify(text)}, { region: 'US' });
    console.log(loaded);`;
  const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', program]);
  return stdout === 'true';
}

describe('the library of telephone numbers', () => {
  it('is not loaded for texts that only have links, dates, versions, keys and amounts', async () => {
    const text = 'tel:+14155550132 2024-01-15 10.0.0.1 v1.22.333 id=4155550132 $1,299.00 978-3-16-148410-0';
    assert.equal(await isLoadedBy(text), false);
  });

  it('is loaded for the first text that may have a number', async () => {
    assert.equal(await isLoadedBy('call (415) 555-0132'), true);
  });

  it('is a file of its own in a bundle, so that starting up does not read it', async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      metafile: true,
      minify: true,
      outdir: 'bundle',
      platform: 'node',
      splitting: true,
      write: false,
    });
    const outputs = Object.values(metafile.outputs);
    const main = outputs.find(({ entryPoint }) => entryPoint?.endsWith('find-dialable.ts') === true);
    const holdsLibrary = (inputs: object): boolean =>
      Object.keys(inputs).some((input) => input.includes('node_modules/libphonenumber-js/'));
    assert.ok(main !== undefined && !holdsLibrary(main.inputs));
    assert.deepEqual(
      main.imports
        .filter(({ kind }) => kind === 'import-statement')
        .filter(({ path: file }) => holdsLibrary(metafile.outputs[file]?.inputs ?? {})),
      [],
    );
    assert.ok(outputs.some(({ inputs }) => holdsLibrary(inputs)) && outputFiles.length > 1);
  });
});
