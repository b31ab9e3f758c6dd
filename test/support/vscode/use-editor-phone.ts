import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { ExtensionExports } from '../../../extension/src/extension.ts';
import { EditorPhone } from './editor-phone.ts';
import { shown } from './shown-status.ts';

/** The text of the status bar item while there is nothing to tell. */
export const idle = /^\$\(call-outgoing\)$/u;

/** What the tests of a suite have; there from its first hook on. */
export interface SuitePhone {
  readonly phone: EditorPhone;
  /** What the extension shows of it in the status bar. */
  readonly item: ExtensionExports['callStatus'];
}

/** Gives a suite a simulated phone that the status bar tells of, as long as it lasts; no call outlasts a test. */
export function useEditorPhone(): SuitePhone {
  let phone: EditorPhone | undefined;
  const suite: SuitePhone = {
    get phone() {
      assert.ok(phone, 'it is there from the first hook on');
      return phone;
    },
    get item() {
      const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
      assert.ok(extension);
      return extension.exports.callStatus;
    },
  };

  before(async () => {
    phone = await EditorPhone.start();
    await shown(suite.item, idle);
  });

  after(() => phone?.remove());

  afterEach(async () => {
    await suite.phone.endCalls();
    await shown(suite.item, idle);
  });

  return suite;
}

/** Changes one of the extension's settings; `undefined` removes it. */
export async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('microsip').update(name, value, vscode.ConfigurationTarget.Global);
}
