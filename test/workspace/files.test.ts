import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { skipBecause } from '../support/mocha/skip-because.ts';

const root = path.join(import.meta.dirname, '../..');

/** This file says what it looks for. */
const ownName = 'test/workspace/files.test.ts';

/** Places that exist on one machine only, and hosts that packages are fetched from. */
const foreignPlaces = [
  /(?<![\w.])\/(?:root|work)\/\w/u,
  /\/home\/(?!user\b|ada\b|jo\b|me\b)\w+/u,
  /[A-Z]:\\Users\\(?!Ada\b|Public\b|user\b|me\b|<|%|\$)\w+/u,
  /registry\.npmjs\.org|registry\.yarnpkg\.com|deb\.debian\.org/u,
];

/** What git keeps or would keep, and is there. */
function keptFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

describe('the files of the workspace', () => {
  const texts: (readonly [file: string, text: string])[] = [];

  before(function () {
    if (!existsSync(path.join(root, '.git'))) skipBecause(this, 'not a clone of the repository');
    for (const file of keptFiles()) {
      const isText = !/\.(gz|png|ico|db|log)$/u.test(file);
      if (isText && file !== ownName) texts.push([file, readFileSync(path.join(root, file), 'utf8')]);
    }
    assert.ok(texts.length > 50);
  });

  it('name no place of the machine they were written on, and no registry', () => {
    const found = texts.flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          foreignPlaces.some((place) => place.test(line))
            ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`]
            : [],
        ),
    );
    assert.deepEqual(found, []);
  });

  it('leave nothing for later in a comment', () => {
    const found = texts.flatMap(([file, text]) => (/\b(?:TODO|FIXME|XXX)\b/u.test(text) ? [file] : []));
    assert.deepEqual(found, []);
  });
});
