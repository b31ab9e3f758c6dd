import assert from 'node:assert/strict';

import { MicroSipError, type MicroSipErrorCode } from 'microsip-sdk';

import { failureNotice } from '../../extension/src/failure-notice.ts';
import { SettingsRefusedError } from '../../extension/src/settings-refused-error.ts';

describe('the notice of a failure', () => {
  const notInstalled = new MicroSipError('NOT_INSTALLED', 'give the path (--exe)');

  it('names settings instead of options of the command when MicroSIP is not there, and offers a simulated phone', () => {
    const notice = failureNotice(notInstalled, () => ({ backend: 'auto', dataDirectory: undefined }));
    assert.match(notice?.message ?? '', /microsip\.executable/u);
    assert.doesNotMatch(notice?.message ?? '', /--/u);
    assert.deepEqual(notice?.remedies, ['open-settings', 'use-simulated-phone']);
  });

  it('does not offer a simulated phone where that is what failed', () => {
    assert.deepEqual(
      failureNotice(notInstalled, () => ({ backend: 'simulator', dataDirectory: undefined })),
      {
        message: 'give the path (--exe)',
        remedies: ['show-log'],
      },
    );
  });

  it("does not offer to put a simulated phone into MicroSIP's own folder", () => {
    const notice = failureNotice(notInstalled, () => ({ backend: 'windows', dataDirectory: 'C:\\Phone' }));
    assert.deepEqual(notice?.remedies, ['open-settings']);
  });

  it('leads to the settings when they are what is wrong, to what ails MicroSIP’s files, and to the log when the phone fails', () => {
    const remediesOf = (error: MicroSipError) =>
      failureNotice(error, () => ({ backend: 'windows', dataDirectory: undefined }))?.remedies;
    const remedies = (code: MicroSipErrorCode) => remediesOf(new MicroSipError(code, 'It failed.'));
    assert.deepEqual(remediesOf(new SettingsRefusedError('Not a text.')), ['open-settings']);
    assert.deepEqual(remedies('SETTINGS_DAMAGED'), ['diagnose', 'show-log']);
    assert.deepEqual(remedies('LAUNCH_FAILED'), ['show-log']);
    assert.deepEqual(remedies('TIMEOUT'), ['show-log']);
    assert.deepEqual(remedies('TARGET_REFUSED'), []);
  });

  it('does not lead to the settings for what a command was given', () => {
    assert.deepEqual(
      failureNotice(new MicroSipError('INVALID_ARGUMENT', 'No digits: "abc"'), () => ({
        backend: 'auto',
        dataDirectory: undefined,
      })),
      { message: 'No digits: "abc"', remedies: [] },
    );
  });

  it('is not there for what the user ended', () => {
    assert.equal(
      failureNotice(new MicroSipError('CANCELLED', 'The wait was cancelled.'), () => ({
        backend: 'auto',
        dataDirectory: undefined,
      })),
      undefined,
    );
  });

  it('holds no link that a dial string brought along', () => {
    const error = new MicroSipError('TARGET_REFUSED', 'No target: "[101](command:workbench.action.quit)"');
    assert.equal(
      failureNotice(error, () => ({ backend: 'auto', dataDirectory: undefined }))?.message,
      'No target: "[101] (command:workbench.action.quit)"',
    );
  });
});
