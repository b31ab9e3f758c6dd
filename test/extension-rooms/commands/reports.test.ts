import assert from 'node:assert/strict';

import fc from 'fast-check';

import { diagnosisReport } from '../../../extension/src/commands/diagnosis-report.ts';
import { explanationReport } from '../../../extension/src/commands/explanation-report.ts';
import { markdownLine } from '../../../extension/src/markdown-line.ts';

const english = {
  t: (text: string, ...values: (string | number)[]) =>
    text.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)])),
};

const hostile = '[x](command:workbench.action.quit) <img src=x>\n# heading ![i](https://a.example)';

describe('the reports', () => {
  it('show what a finding quotes as text, on its line', () => {
    const report = diagnosisReport(
      {
        phone: { backend: 'wine', executable: hostile, dataDirectory: '/d' },
        findings: [
          { code: 'log-large', severity: 'warning', title: 'A', detail: hostile, remedy: 'B', docsPath: 'c' },
        ],
        checked: ['log-large'],
      },
      english,
    );
    assert.doesNotMatch(report, /(?<!\\)\]\(|(?<!\\)<|^# heading/mu);
    assert.match(report, /^## Warning: A$/mu);
  });

  it('say that nothing was found', () => {
    const report = diagnosisReport({ findings: [], checked: ['log-large'] }, english);
    assert.match(report, /Nothing wrong was found; 1 things/u);
  });

  it('show a command line as text', () => {
    const report = explanationReport(hostile.replaceAll('\n', ' '), english);
    assert.doesNotMatch(report, /(?<!\\)\]\(|(?<!\\)</u);
  });

  it('say what is only inferred', () => {
    assert.match(
      explanationReport('tel:///hangupall/', english),
      /encode its spaces\\\. \\\(inferred\\, not seen\\\)/u,
    );
  });

  it('never let a text begin a line of its own, or a mark stand alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        assert.doesNotMatch(markdownLine(text), /[\n\r\u2028\u2029]/u);
        assert.doesNotMatch(markdownLine(text).replace(/\\[!-/:-@[-`{-~]/gu, ''), /[!-/:-@[-`{-~]/u);
      }),
    );
  });
});
