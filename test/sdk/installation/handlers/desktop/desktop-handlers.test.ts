import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

import type { SchemeName } from '../../../../../sdk/src/catalogue/scheme.ts';
import type { HandlerControl } from '../../../../../sdk/src/installation/handlers/handler-control.ts';
import type { SchemeHandler } from '../../../../../sdk/src/installation/handlers/scheme-handler.ts';
import { findOnPath } from '../../../../support/find-executable.ts';
import { describeOnPosix } from '../../../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../../../support/mocha/skip-because.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../../support/sdk/temporary-directory.ts';
import { until } from '../../../../support/sdk/until.ts';
import { DesktopUnderTest } from './desktop-under-test.ts';

describeOnPosix('links on a desktop, for a MicroSIP under Wine', () => {
  let directory: TemporaryDirectory;
  let desktop: DesktopUnderTest;
  beforeEach(() => {
    directory = temporaryDirectory();
    desktop = new DesktopUnderTest(directory.path);
    desktop.installation();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  async function handlerOf(scheme: SchemeName, control = desktop.handlers()): Promise<SchemeHandler> {
    const [handler] = (await control.status({ schemes: [scheme] })).handlers;
    assert.ok(handler);
    return handler;
  }

  async function outcomes(
    change: ReturnType<HandlerControl['register']>,
  ): Promise<readonly (readonly [string, string])[]> {
    return (await change).schemes.map(({ outcome, scheme }) => [scheme, outcome] as const);
  }

  const writeList = (text: string): void => {
    desktop.write('home/config/mimeapps.list', text);
  };

  it('are registered and told of, and every file is as it was afterwards', async () => {
    const before = desktop.snapshot();
    assert.deepEqual(await outcomes(desktop.handlers().register()), [
      ['sip', 'registered'],
      ['tel', 'registered'],
      ['callto', 'registered'],
      ['dial', 'registered'],
      ['dialpad', 'registered'],
    ]);
    const handler = await handlerOf('tel');
    assert.equal(handler.handledBy, 'this-microsip');
    assert.equal(handler.choiceAgrees, true);
    assert.equal(handler.programExists, true);
    assert.deepEqual(handler.remarks, []);
    assert.equal((await handlerOf('msip')).handledBy, 'nobody');
    assert.deepEqual(await outcomes(desktop.handlers().unregister({ schemes: ['tel'] })), [
      ['tel', 'unregistered'],
    ]);
    assert.equal((await handlerOf('tel')).handledBy, 'nobody');
    await desktop.handlers().unregister();
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('leave the list as it was, whatever stands in it', async () => {
    writeList('# mine\r\n[Default Applications]\r\ntext/html = a.desktop\r\n\r\n[Added Associations]\r\nx=y');
    const before = desktop.snapshot();
    await desktop.handlers().register();
    await desktop.handlers().register({ schemes: ['msip'] });
    await desktop.handlers().unregister();
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('stay with another application, unless they are taken by force', async () => {
    desktop.addApplication('other.desktop', '/bin/sh %u', 'tel');
    writeList('[Default Applications]\nx-scheme-handler/sip=other.desktop\n');
    const before = desktop.snapshot();
    const { schemes } = await desktop.handlers().register({ schemes: ['tel', 'sip', 'dial'] });
    assert.deepEqual(
      schemes.map(({ outcome }) => outcome),
      ['offered', 'offered', 'registered'],
    );
    assert.match(schemes[0]?.remark ?? '', /keeps it.*--force/u);
    assert.equal((await handlerOf('sip')).choice, 'other.desktop');
    assert.equal((await handlerOf('sip')).choiceAgrees, false);
    assert.deepEqual(
      await outcomes(desktop.handlers().register({ schemes: ['tel', 'sip', 'dial'], force: true })),
      [
        ['tel', 'registered'],
        ['sip', 'registered'],
        ['dial', 'unchanged'],
      ],
    );
    assert.match(
      readFileSync(desktop.list, 'utf8'),
      /^x-scheme-handler\/sip=microsip-devkit-\w+\.desktop;other\.desktop$/mu,
    );
    await desktop.handlers().unregister();
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('change nothing the second time', async () => {
    await desktop.handlers().register();
    const registered = desktop.snapshot();
    const again = await desktop.handlers().register();
    assert.equal(again.changed, false);
    assert.ok(again.schemes.every(({ outcome }) => outcome === 'unchanged'));
    assert.deepEqual(desktop.snapshot(), registered);
  });

  it('are planned without a change', async () => {
    const before = desktop.snapshot();
    const plan = await desktop.handlers().planRegister({ schemes: ['tel'] });
    assert.deepEqual(desktop.snapshot(), before);
    assert.deepEqual(await desktop.handlers().register({ schemes: ['tel'] }), { changed: true, ...plan });
    const undo = await desktop.handlers().planUnregister();
    assert.deepEqual(
      undo.edits.map(({ edit }) => edit),
      ['remove-file', 'remove-file'],
    );
    assert.deepEqual(await desktop.handlers().unregister(), { changed: true, ...undo });
  });

  it('keep what somebody else has changed in the list since', async () => {
    writeList('[Default Applications]\nx-scheme-handler/tel=old.desktop;\n');
    await desktop.handlers().register({ schemes: ['tel', 'sip'], force: true });
    appendFileSync(desktop.list, 'text/html=browser.desktop\n');
    await desktop.handlers().register({ schemes: ['dial'] });
    await desktop.handlers().unregister();
    assert.equal(
      readFileSync(desktop.list, 'utf8'),
      '[Default Applications]\nx-scheme-handler/tel=old.desktop;\ntext/html=browser.desktop\n',
    );
  });

  it('keep a desktop file that somebody else has changed since, and say so', async () => {
    const { edits } = await desktop.handlers().register({ schemes: ['tel'] });
    const file = edits
      .flatMap((edit) => ('file' in edit ? [edit.file] : []))
      .find((name) => name.endsWith('.desktop'));
    assert.ok(file !== undefined);
    appendFileSync(file, 'X-Mine=1\n');
    const { remarks } = await desktop.handlers().unregister();
    assert.match(remarks.join(), /changed by somebody else/u);
    assert.ok(existsSync(file));
    assert.ok(!existsSync(desktop.list));
  });

  it('are of one copy each', async () => {
    const before = desktop.snapshot();
    const second = desktop.installation('Second');
    const withSecond = desktop.snapshot();
    await desktop.handlers().register({ schemes: ['tel', 'sip'] });
    assert.deepEqual(await outcomes(desktop.handlers(second).register({ schemes: ['tel'] })), [
      ['tel', 'offered'],
    ]);
    await desktop.handlers(second).register({ schemes: ['tel'], force: true });
    assert.equal((await handlerOf('tel')).handledBy, 'another-microsip');
    assert.equal((await handlerOf('tel', desktop.handlers(second))).handledBy, 'this-microsip');
    assert.deepEqual(await outcomes(desktop.handlers().unregister()), [
      ['sip', 'unregistered'],
      ['tel', 'unregistered'],
    ]);
    assert.equal((await handlerOf('tel', desktop.handlers(second))).handledBy, 'this-microsip');
    const { schemes } = await desktop.handlers().unregister();
    assert.equal(schemes[0]?.outcome, 'kept');
    assert.match(schemes[0].remark ?? '', /for another MicroSIP.*--exe/u);
    await desktop.handlers(second).unregister();
    assert.notDeepEqual(before, withSecond);
    assert.deepEqual(desktop.snapshot(), withSecond);
  });

  it("say that the list of the desktop's own comes first", async () => {
    desktop.addApplication('other.desktop', '/bin/sh %u', 'tel');
    desktop.write(
      'home/config/gnome-mimeapps.list',
      '[Default Applications]\nx-scheme-handler/tel=other.desktop\n',
    );
    const control = desktop.handlers(undefined, { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
    assert.equal((await handlerOf('tel', control)).choice, 'other.desktop');
    assert.equal((await handlerOf('tel')).choice, undefined);
    const { schemes } = await control.register({ schemes: ['tel'], force: true });
    assert.equal(schemes[0]?.outcome, 'offered');
    assert.match(schemes[0].remark ?? '', /gnome-mimeapps\.list comes before/u);
  });

  it('are told of as they are: gone programs, gone choices, missing links', async () => {
    desktop.addApplication('gone.desktop', '/opt/gone/dialer %u', 'tel');
    desktop.addApplication('deaf.desktop', '/bin/sh', 'sip');
    desktop.addApplication('quoted.desktop', '/bin/sh "%u"', 'dial');
    desktop.addApplication('vendor-sub-app.desktop', '/bin/sh %u', 'callto');
    writeList('[Default Applications]\nx-scheme-handler/tel=nowhere.desktop;../../evil.desktop\n');
    const tel = await handlerOf('tel');
    assert.equal(tel.programExists, false);
    assert.match(tel.remarks.join('\n'), /nowhere\.desktop.*not installed any more[^]*not there any more/u);
    assert.match((await handlerOf('sip')).remarks.join(), /lacks %u/u);
    assert.match((await handlerOf('dial')).remarks.join(), /quotation marks/u);
    assert.equal((await handlerOf('callto')).handledBy, 'another-program');
    // What is gone is nobody's.
    assert.deepEqual(await outcomes(desktop.handlers().register({ schemes: ['tel'] })), [
      ['tel', 'registered'],
    ]);
  });

  it('are found where dashes in the name stand for folders', async () => {
    desktop.write('share/applications/vendor/app.desktop', '[Desktop Entry]\nExec=/bin/sh %u\n');
    writeList('[Default Applications]\nx-scheme-handler/tel=vendor-app.desktop\n');
    assert.equal((await handlerOf('tel')).choice, 'vendor-app.desktop');
  });

  it('are taken back wherever their registration was killed', async () => {
    writeList('[Default Applications]\nx-scheme-handler/tel=old.desktop\n');
    const before = desktop.snapshot();
    const record = path.join(desktop.home, 'data', 'microsip-devkit', 'handlers-desktop.json');
    await desktop.handlers().register();
    const known = readFileSync(record);
    // With the desktop file written and the list not.
    writeList(before.get('config/mimeapps.list') ?? '');
    await desktop.handlers().unregister();
    assert.deepEqual(desktop.snapshot(), before);
    // With neither.
    writeFileSync(record, known);
    await desktop.handlers().unregister();
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('are written through a link, which stays one', async () => {
    const dotfile = desktop.write('home/dotfiles/mimeapps.list', '[Default Applications]\n');
    mkdirSync(path.dirname(desktop.list));
    symlinkSync(dotfile, desktop.list);
    await desktop.handlers().register({ schemes: ['tel'] });
    assert.match(readFileSync(dotfile, 'utf8'), /x-scheme-handler\/tel=/u);
    await desktop.handlers().unregister();
    assert.equal(readFileSync(dotfile, 'utf8'), '[Default Applications]\n');
  });

  it('are left alone where the list is not what a list is', async () => {
    const list = path.join(desktop.home, 'config', 'mimeapps.list');
    writeList('');
    writeFileSync(list, Buffer.from([0x5b, 0xff, 0xfe, 0x0a]));
    const before = desktop.snapshot();
    await assert.rejects(desktop.handlers().register(), { code: 'SETTINGS_DAMAGED' });
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('are left alone where the record of what was there cannot be read', async () => {
    mkdirSync(path.join(desktop.home, 'data', 'microsip-devkit', 'handlers-desktop.json'), {
      recursive: true,
    });
    const before = desktop.snapshot();
    const handlers = desktop.handlers();
    const attempts = [() => handlers.register(), () => handlers.planRegister(), () => handlers.unregister()];
    for (const attempt of attempts) {
      await assert.rejects(attempt(), {
        code: 'SETTINGS_BUSY',
        message: /handlers-desktop\.json could not be read \(EISDIR\)/u,
      });
    }
    assert.deepEqual(desktop.snapshot(), before);
  });

  it('are not registered for a program that is not there', async () => {
    const installation = desktop.installation();
    rmSync(path.join(desktop.home, 'My $Prefix', 'drive_c', 'My MicroSIP'), { recursive: true });
    await assert.rejects(desktop.handlers(installation, {}).register(), { code: 'NOT_INSTALLED' });
  });

  it('cannot be registered on macOS, where apps open links', async () => {
    const { HandlerControl: Control } =
      await import('../../../../../sdk/src/installation/handlers/handler-control.ts');
    const control = new Control(desktop.installation(), { platform: 'darwin', env: {}, home: desktop.home });
    await assert.rejects(control.status(), { code: 'UNSUPPORTED', message: /macOS/u });
  });

  it('come back to what they were, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            action: fc.constantFrom('register', 'force', 'unregister'),
            schemes: fc.option(fc.subarray(['tel', 'sip', 'dial'] as const, { minLength: 1 }), {
              nil: undefined,
            }),
            copy: fc.constantFrom('My MicroSIP', 'Second'),
          }),
          { maxLength: 5 },
        ),
        fc.constantFrom(
          '',
          '[Default Applications]\nx-scheme-handler/tel=other.desktop\n',
          '# x\n[Other]\na=b',
        ),
        async (steps, text) => {
          using home = temporaryDirectory();
          const made = new DesktopUnderTest(home.path);
          made.addApplication('other.desktop', '/bin/sh %u', 'tel');
          if (text !== '') made.write('home/config/mimeapps.list', text);
          const copies = { 'My MicroSIP': made.installation(), Second: made.installation('Second') };
          const before = made.snapshot();
          for (const { action, copy, schemes } of steps) {
            const control = made.handlers(copies[copy]);
            if (action === 'unregister') await control.unregister({ schemes });
            else await control.register({ schemes, force: action === 'force' });
          }
          for (const installation of Object.values(copies)) await made.handlers(installation).unregister();
          assert.deepEqual(made.snapshot(), before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are to xdg-mime what they are to the kit', async function () {
    const program = findOnPath(['xdg-mime'], process.env);
    if (program === undefined) skipBecause(this, 'xdg-utils is not installed');
    const asked = (scheme: string): string =>
      execFileSync(program, ['query', 'default', `x-scheme-handler/${scheme}`], {
        env: { ...desktop.env, XDG_CURRENT_DESKTOP: 'X-Generic' },
        encoding: 'utf8',
      }).trim();
    desktop.addApplication('other.desktop', '/bin/sh %u', 'sip', 'tel');
    writeList('[Default Applications]\nx-scheme-handler/sip=other.desktop\n');
    await desktop.handlers().register({ schemes: ['sip', 'dial'] });
    for (const scheme of ['sip', 'dial', 'callto'] as const) {
      assert.equal(asked(scheme), (await handlerOf(scheme)).choice ?? '');
    }
    await desktop.handlers().register({ schemes: ['sip'], force: true });
    assert.equal(asked('sip'), (await handlerOf('sip')).choice);
    assert.match(asked('sip'), /^microsip-devkit-/u);
    await desktop.handlers().unregister();
    assert.equal(asked('sip'), 'other.desktop');
  });

  it('run MicroSIP with exactly the link when a desktop opens them', async function () {
    const program = findOnPath(['gio'], process.env);
    if (program === undefined) skipBecause(this, 'there is no gio, by which a desktop could be asked');
    await desktop.handlers().register({ schemes: ['tel'] });
    const link = "tel:+49(30)123;x=$HOME`id`'%25&a b";
    execFileSync(program, ['open', link], { env: desktop.env });
    const started = await until(
      () => existsSync(desktop.startedFile) && readFileSync(desktop.startedFile, 'utf8').split('\0'),
      'the stand-in for Wine to be started',
    );
    const { executable, prefix } = desktop.installation();
    assert.deepEqual(started.slice(0, 2), [prefix, executable]);
    // GLib makes an address of what is none by escaping it.
    assert.equal(decodeURIComponent(started[2]?.replaceAll('%25', '%2525') ?? ''), link);
    assert.deepEqual(started.slice(3), ['']);
  });
});
