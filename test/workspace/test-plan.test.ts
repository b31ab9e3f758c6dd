import assert from 'node:assert/strict';

import { importGraph } from '../support/house/import-graph.ts';
import { parseTestRequest, planTests } from '../support/test-run/test-plan.ts';

const files = importGraph({
  'sdk/target/parse-target.test.ts': '',
  'sdk/target/grammar/host.test.ts': '',
  'sdk/catalogue/commands.test.ts': '',
  'docs-site/site.test.ts': 'import { open } from "../support/page.ts";',
  'extension/call-commands.test.ts': '',
  'windows/registry/views.test.ts': '',
  'support/page.ts': 'import "./browser/open-browser.ts";',
  'support/browser/open-browser.ts': '',
});

describe('the plan of a test run', () => {
  it('has everything when nothing is asked for', () => {
    const plan = planTests(parseTestRequest([]), files);
    assert.equal(plan.checks, true);
    assert.equal(plan.needsBrowser, true);
    assert.equal(plan.nodeFiles.length, 4);
    assert.deepEqual(plan.vscodeFiles, ['extension/call-commands.test.ts']);
    assert.deepEqual(plan.windowsFiles, ['windows/registry/views.test.ts']);
  });

  it('has only the places asked for, and no checks', () => {
    const plan = planTests(parseTestRequest(['sdk/target']), files);
    assert.deepEqual(plan, {
      checks: false,
      nodeFiles: ['sdk/target/grammar/host.test.ts', 'sdk/target/parse-target.test.ts'],
      vscodeFiles: [],
      windowsFiles: [],
      needsBrowser: false,
    });
  });

  it('takes places with or without the folder of the tests, as shells complete them', () => {
    for (const place of ['test/sdk/target/', './test/sdk/target', 'test\\sdk\\target']) {
      assert.deepEqual(parseTestRequest([place]).places, ['sdk/target'], place);
    }
  });

  it('knows which tests drive a browser by their imports, however far away', () => {
    assert.equal(planTests(parseTestRequest(['docs-site']), files).needsBrowser, true);
  });

  it('takes a pattern beside places', () => {
    const request = parseTestRequest(['--grep', 'refuses', 'sdk/target/parse-target.test.ts']);
    assert.equal(request.grep, 'refuses');
    assert.deepEqual(planTests(request, files).nodeFiles, ['sdk/target/parse-target.test.ts']);
  });

  it('has only the tests on Windows where those are asked for, and their places need not say so', () => {
    for (const parameters of [
      ['--windows'],
      ['--windows', 'registry'],
      ['--windows', 'test/windows/registry'],
    ]) {
      const plan = planTests(parseTestRequest(parameters), files);
      assert.deepEqual(plan.windowsFiles, ['windows/registry/views.test.ts'], parameters.join(' '));
      assert.deepEqual([plan.checks, plan.nodeFiles, plan.vscodeFiles], [false, [], []]);
    }
  });

  it('refuses a place without tests, rather than to run nothing', () => {
    assert.throws(
      () => planTests(parseTestRequest(['sdk/targets']), files),
      /no test at test\/sdk\/targets/u,
    );
  });
});
