import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import { writtenVersion } from '../../../sdk/src/installation/written-version.ts';
import { planLaunches } from '../../../sdk/src/plan-launches.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';

describe('the version of a phone', () => {
  let directory: TemporaryDirectory;
  let ini: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    ini = path.join(directory.path, 'microsip.ini');
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const inis: readonly (readonly [string, Buffer, string | undefined])[] = [
    ['of 3.22.16', utf16('[Global]\r\nversion=3.22.16\r\n[Settings]\r\nEC=1\r\n'), '3.22.16'],
    ['of an older one', utf16('[Settings]\r\nEC=1\r\nVersion = "3.20.5" \r\n'), '3.20.5'],
    [
      'of an older one that was updated',
      utf16('[Settings]\r\nversion=3.22.3\r\n[Account1]\r\n[Global]\r\nversion=3.22.16\r\n'),
      '3.22.16',
    ],
    [
      'in ANSI',
      Buffer.from('[Settings]\r\naudioRingDevice=H\u00f6rer\r\nversion=3.21.6', 'latin1'),
      '3.21.6',
    ],
    ['with a version elsewhere only', utf16('[Account1]\r\nversion=3.20.5\r\n'), undefined],
    ['with something else for a version', utf16('[Settings]\r\nversion=new\r\n'), undefined],
    ['that is empty', Buffer.alloc(0), undefined],
    ['that is binary', Buffer.alloc(5000, 0xa5), undefined],
  ];
  for (const [title, bytes, version] of inis) {
    it(`is read from an ini ${title}`, async () => {
      writeFileSync(ini, bytes);
      assert.equal(await writtenVersion(ini), version);
    });
  }

  it('is not known without an ini', async () => {
    assert.equal(await writtenVersion(ini), undefined);
    mkdirSync(ini);
    assert.equal(await writtenVersion(ini), undefined);
  });

  it('keeps from an old phone what it would dial', async () => {
    writeFileSync(ini, utf16('[Settings]\r\nversion=3.20.5\r\n'));
    const options = {
      backend: 'wine',
      executable: '/opt/microsip.exe',
      dataDirectory: directory.path,
    } as const;
    assert.equal((await findInstallation(options)).version, '3.20.5');
    assert.equal((await findInstallation({ ...options, version: '3.22.16' })).version, '3.22.16');
    await assert.rejects(planLaunches({ type: 'reject' }, options), {
      code: 'UNSUPPORTED',
    });
  });
});
