import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { until } from '../../support/sdk/until.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('the commands that report', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The report that a command opens, and what shows it. */
  async function reportOf(name: string, command: string, ...parameters: unknown[]): Promise<string> {
    await vscode.commands.executeCommand(command, ...parameters);
    const document = await until(
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri }) => uri.scheme === 'microsip-report' && uri.path === `/${name}.md`,
        ),
      'the report',
    );
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview,
      'the report as it is to be read',
    );
    return document.getText();
  }

  it('diagnose the phone', async () => {
    const { findings } = await phone.sdk.diagnose();
    const report = await reportOf('Diagnosis', 'microsip.diagnose');
    assert.ok(findings.length > 0);
    for (const { code } of findings) assert.ok(report.includes(`\`${code}\``), code);
  });

  it('explain a command line', async () => {
    const report = await reportOf('Explanation', 'microsip.explainCommandLine', 'microsip.exe -hangup');
    assert.match(report, /^# .*no command of MicroSIP/u);
    assert.match(report, /hangupall/u);
  });
});
