import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Application, Logger, LogLevel } from 'typedoc';

import { typedocOptions } from '../../../docs-site/sdk-reference/typedoc-options.mjs';
import { runCommand } from '../../support/run-command.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';

class KeptWarnings extends Logger {
  readonly messages: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.messages.push(message);
  }
}

describe('the reference of an SDK in a repository that has no remote', function () {
  this.timeout(120_000);

  /** The page of a function in a new repository, and what TypeDoc warned of. */
  async function written(lineTemplate?: string): Promise<{ page: string; warnings: readonly string[] }> {
    using directory = temporaryDirectory();
    const inDirectory = (name: string): string => path.join(directory.path, name);
    // Where git is missing there is no remote either.
    await runCommand('git', ['init', '--quiet', directory.path]);
    const committer = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    await runCommand('git', [
      '-C',
      directory.path,
      ...committer,
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'Begin',
    ]);
    writeFileSync(inDirectory('index.ts'), '/** Rings. */\nexport function ring(): void {}\n');
    writeFileSync(
      inDirectory('tsconfig.json'),
      '{ "files": ["index.ts"], "compilerOptions": { "types": [] } }',
    );
    const options = typedocOptions(inDirectory('out'), lineTemplate);
    const { docsPath: _, plugin, ...known } = options;
    const application = await Application.bootstrapWithPlugins({
      ...known,
      plugin: ['typedoc-plugin-markdown', ...(plugin as readonly string[])],
      entryPoints: [inDirectory('index.ts')],
      tsconfig: inDirectory('tsconfig.json'),
      displayBasePath: directory.path,
      intentionallyNotExported: [],
      name: 'bells',
    });
    const logger = new KeptWarnings();
    application.logger = logger;
    const project = await application.convert();
    assert.ok(project !== undefined, logger.messages.join('\n'));
    await application.generateOutputs(project);
    const file = ['functions/ring.md', 'index/functions/ring.md']
      .map((name) => inDirectory(`out/${name}`))
      .find(existsSync);
    return { page: file === undefined ? '' : readFileSync(file, 'utf8'), warnings: logger.messages };
  }

  it('is written without a warning, and says of no symbol where it is defined', async () => {
    const { page, warnings } = await written();
    assert.deepEqual(warnings, []);
    assert.match(page, /Rings\./u);
    assert.doesNotMatch(page, /Defined in|index\.ts/u);
  });

  it('leads to the sources once somebody says where they are read', async () => {
    const { page, warnings } = await written('https://example.org/blob/main/{path}#L{line}');
    assert.deepEqual(warnings, []);
    assert.ok(page.includes('(https://example.org/blob/main/index.ts#L2)'), page);
  });
});
