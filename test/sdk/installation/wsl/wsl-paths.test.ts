import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { WslPaths } from '../../../../sdk/src/installation/wsl/wsl-paths.ts';
import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { StandInWsl } from '../../../support/sdk/wsl/stand-in-wsl.ts';

const { signal } = new AbortController();

describeOnLinux('the names of files in WSL, on a machine that stands in for one', () => {
  it('are those that wslpath gives, wherever the drives are mounted', async () => {
    using wsl = new StandInWsl();
    const { paths } = wsl.view();
    const c = wsl.machine.drives['C'] ?? '';
    assert.equal(await paths.linuxPath('C:\\Program Files\\x.exe', signal), `${c}/Program Files/x.exe`);
    assert.equal(await paths.linuxPath('c:/Tools/../ev.exe', signal), `${c}/ev.exe`);
    assert.equal(await paths.windowsPath(`${c}/Users/Jörg/x y.ini`, signal), 'C:\\Users\\Jörg\\x y.ini');
    assert.equal(await paths.windowsPath('d:/x.exe', signal), 'D:\\x.exe');
    assert.equal(await paths.windowsPath('/tmp/x.reg', signal), '\\\\wsl.localhost\\Debian\\tmp\\x.reg');
    assert.equal(await paths.linuxPath('\\\\wsl.localhost\\Debian\\tmp\\x', signal), '/tmp/x');
  });

  it('follow links of Linux, of which Windows knows nothing', async () => {
    using wsl = new StandInWsl();
    mkdirSync(wsl.local('C:\\MicroSIP'));
    symlinkSync(wsl.local('C:\\MicroSIP'), path.join(wsl.folder, 'phone'));
    assert.equal(await wsl.view().paths.windowsPath(path.join(wsl.folder, 'phone'), signal), 'C:\\MicroSIP');
  });

  it('are not known for drives that are not mounted, other servers, and names without a folder', async () => {
    using wsl = new StandInWsl();
    const { paths } = wsl.view();
    for (const file of ['X:\\x.exe', '\\\\server\\share\\x.exe', 'x.exe', '-u', '']) {
      assert.equal(await paths.linuxPath(file, signal), undefined, file);
    }
    assert.equal(await paths.windowsPath('', signal), undefined);
  });

  it('reach wslpath as they are: neither options nor anything for a shell', async () => {
    using wsl = new StandInWsl();
    const { paths } = wsl.view();
    const c = wsl.machine.drives['C'] ?? '';
    for (const name of ['-w', '--help', '$(touch x)', '`id`', "a'b", 'a"b', 'a;b', 'ü ß', '%PATH%']) {
      assert.equal(await paths.linuxPath(`C:\\${name}`, signal), `${c}/${name}`);
      assert.equal(await paths.windowsPath(`${c}/${name}`, signal), `C:\\${name}`);
    }
  });

  it('are asked for once for each drive', async () => {
    using wsl = new StandInWsl();
    const log = path.join(wsl.folder, 'asked');
    const program = path.join(wsl.folder, 'bin', 'wslpath');
    const [first = '', ...rest] = readFileSync(program, 'utf8').split('\n');
    const noting = `require('node:fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n');`;
    writeFileSync(program, [first, noting, ...rest].join('\n'));
    const { paths } = wsl.view();
    await Promise.all(
      ['C:\\a', 'C:\\b\\c', 'c:\\d'].map(async (file) => await paths.linuxPath(file, signal)),
    );
    assert.equal(readFileSync(log, 'utf8'), '-u C:\\\n');
  });

  it('are told by the kernel’s mounts where wslpath is missing', async () => {
    using wsl = new StandInWsl();
    rmSync(path.join(wsl.folder, 'bin', 'wslpath'));
    wsl.listMounts();
    const { paths } = wsl.view();
    const d = wsl.machine.drives['D'] ?? '';
    assert.equal(await paths.linuxPath('D:\\My Tools\\x.exe', signal), `${d}/My Tools/x.exe`);
    assert.equal(await paths.windowsPath(`${d}/My Tools/x.exe`, signal), 'D:\\My Tools\\x.exe');
    assert.equal(await paths.windowsPath('/home/jo', signal), undefined);
  });

  it('are not known where nothing tells', async () => {
    const paths = new WslPaths({ env: { PATH: '' }, mountsFile: '/nonexistent/mounts' });
    assert.equal(await paths.linuxPath('C:\\x.exe', signal), undefined);
    assert.equal(await paths.windowsPath('/mnt/c/x.exe', signal), undefined);
  });

  it('are not waited for when nobody wants them any more, and are asked for again by others', async () => {
    using wsl = new StandInWsl();
    const { paths } = wsl.view();
    await assert.rejects(paths.linuxPath('C:\\x', AbortSignal.abort()), { name: 'AbortError' });
    assert.ok((await paths.linuxPath('C:\\x', signal))?.endsWith('/c/x'));
  });
});
