import assert from 'node:assert/strict';

import { planLaunch } from '../../../sdk/src/channel/launch-plan.ts';

describe('a launch plan', () => {
  it('is for a microsip.exe that Windows finds, where no installation is known', () => {
    assert.deepEqual(planLaunch(undefined, '+14155552671'), {
      file: 'microsip.exe',
      commandLine: 'microsip.exe +14155552671',
    });
  });

  it('quotes a program whose path has blanks', () => {
    const file = 'C:\\Program Files\\MicroSIP\\microsip.exe';
    assert.deepEqual(planLaunch({ launch: { file, leadingArguments: [] } }, '/hangupall'), {
      file,
      commandLine: '"C:\\Program Files\\MicroSIP\\microsip.exe" /hangupall',
    });
  });

  it('puts what has to stand before the command line there', () => {
    const launch = { file: 'wine', leadingArguments: ['/opt/my phone/microsip.exe'] };
    assert.equal(planLaunch({ launch }, '100').commandLine, 'wine "/opt/my phone/microsip.exe" 100');
  });

  it('has no argument at all for an empty command line, which a quoted nothing would not be', () => {
    assert.equal(planLaunch(undefined, '').commandLine, 'microsip.exe');
  });
});
