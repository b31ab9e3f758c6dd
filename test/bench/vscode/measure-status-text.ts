// Runs inside VS Code: mocha is only what loads it there.
import { writeFile } from 'node:fs/promises';

import * as vscode from 'vscode';

import type { ExtensionExports } from '../../../extension/src/extension.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { shown } from '../../support/vscode/shown-status.ts';
import { timed } from '../measurement.ts';
import { statusTextReport } from './status-text-report.ts';

const rounds = 60;
const idle = /^\$\(call-outgoing\)$/u;

describe('the time from an event to the status bar', function () {
  this.timeout(240_000);

  it('is measured', async () => {
    const phone = await EditorPhone.start();
    try {
      // As with MicroSIP itself, calls are learned from the log.
      await phone.sdk.log.enable({ restart: true });
      const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
      const item = extension?.exports.callStatus;
      if (item === undefined) throw new Error('the extension is not there');
      await shown(item, idle);
      const delays: number[] = [];
      for (let round = 0; round <= rounds; round++) {
        const rang = await timed(() =>
          Promise.all([shown(item, /Call from 101/u), phone.simulator.ring({ from: '101' })]),
        );
        const ended = await timed(() =>
          Promise.all([shown(item, idle), phone.simulator.farEnd({ do: 'hang-up' })]),
        );
        // The first round only warms up.
        if (round > 0) delays.push(rang, ended);
      }
      await writeFile(process.env[statusTextReport] ?? '', JSON.stringify(delays));
    } finally {
      await phone.remove();
    }
  });
});
