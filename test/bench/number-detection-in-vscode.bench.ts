import { writeFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { type Benchmark, median, milliseconds } from './measurement.ts';
import { linesOnPage, referencePages } from './support/number-pages.ts';
import { numberDetectionReport, numberPages } from './vscode/number-detection-report.ts';
import { runInVsCode } from './vscode/run-in-vscode.ts';

const aim = 8;

/** How long the extension takes to find the numbers in a document of one page, in a real VS Code, where other extensions run too. */
export const numberDetectionInVsCode: Benchmark = {
  name: 'number detection in VS Code',
  async run() {
    using folder = temporaryDirectory();
    const pages = path.join(folder.path, 'pages.json');
    writeFileSync(
      pages,
      JSON.stringify(
        referencePages().map(({ text, region, from, to }) => ({ text: text.slice(from, to), region })),
      ),
    );
    const goal = {
      subject: `numbers on the slowest page of ${linesOnPage} lines, in VS Code`,
      aim: `≤ ${milliseconds(aim)}`,
    };
    return await runInVsCode(
      {
        file: 'measure-number-detection.ts',
        reportVariable: numberDetectionReport,
        environment: { [numberPages]: pages },
      },
      goal,
      (report) => {
        const times = v.parse(v.array(v.number()), report);
        const slowest = Math.max(...times);
        return [
          {
            ...goal,
            figure: `${milliseconds(slowest)} of ${times.length} pages`,
            against: `median ${milliseconds(median(times))}`,
            reached: slowest <= aim,
          },
        ];
      },
    );
  },
};
