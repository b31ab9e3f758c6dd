// Runs inside VS Code: mocha is only what loads it there.
import { readFile, writeFile } from 'node:fs/promises';

import * as v from 'valibot';
import * as vscode from 'vscode';

import { DocumentNumbers } from '../../../extension/src/documents/document-numbers.ts';
import { inTurns, timed } from '../measurement.ts';
import { numberDetectionReport, numberPages } from './number-detection-report.ts';

const rounds = 7;

const pagesShape = v.array(v.object({ text: v.string(), region: v.string() }));

describe('the time to find the numbers on a page', function () {
  this.timeout(240_000);

  it('is measured', async () => {
    const pages = v.parse(pagesShape, JSON.parse(await readFile(process.env[numberPages] ?? '', 'utf8')));
    const times: number[] = [];
    for (const { text, region } of pages) {
      const document = await vscode.workspace.openTextDocument({ content: text, language: 'plaintext' });
      const numbers = new DocumentNumbers(() => ({ region, languages: new Set(['plaintext']) }));
      const { page } = await inTurns(rounds, {
        page: () => {
          numbers.forget();
          return timed(() => numbers.findIn(document));
        },
      });
      times.push(page);
    }
    await writeFile(process.env[numberDetectionReport] ?? '', JSON.stringify(times));
  });
});
