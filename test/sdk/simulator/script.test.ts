import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callerHeader } from '../../../sdk/src/phone-model/sip-address/caller-header.ts';
import { parseProgramArguments } from '../../../sdk/src/simulator/program-arguments.ts';
import {
  parseSimulatorScript,
  readSimulatorScript,
} from '../../../sdk/src/simulator/script/simulator-script.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';

describe('parseSimulatorScript', () => {
  it('takes a script with everything in it', () => {
    const script = {
      rules: [
        {
          dialled: '55*',
          steps: [
            { after: 0, do: 'ring' },
            { after: 500, do: 'answer', video: true },
            { after: 500, do: 'hold' },
            { after: 500, do: 'resume' },
            { after: 500, do: 'hang-up' },
          ],
          transfer: { after: 10, status: 200 },
        },
        { dialled: '*', steps: [{ after: 0, do: 'refuse', status: 404, reason: 'Nobody' }] },
      ],
      incoming: [
        { at: 100, from: '101', assertedIdentity: '<sip:x@y>', whenAnswered: [{ after: 1, do: 'hang-up' }] },
      ],
      registrar: { answers: 403, after: 20 },
      user: { answersQuestions: 'no' },
      stack: 'running',
    };
    assert.deepEqual(parseSimulatorScript(script, 'script'), script);
    assert.deepEqual(parseSimulatorScript({}, 'script'), {});
  });

  for (const [place, script] of [
    ['the whole file', []],
    ['rules', { rules: 7 }],
    ['rules.0.dialled', { rules: [{ dialled: '', steps: [] }] }],
    [
      'rules.0.steps.1.do',
      {
        rules: [
          {
            dialled: '1',
            steps: [
              { after: 0, do: 'ring' },
              { after: 0, do: 'sing' },
            ],
          },
        ],
      },
    ],
    ['rules.0.steps.0.after', { rules: [{ dialled: '1', steps: [{ do: 'ring' }] }] }],
    [
      'rules.0.steps.0.status',
      { rules: [{ dialled: '1', steps: [{ after: 0, do: 'refuse', status: 200 }] }] },
    ],
    ['incoming.0.from', { incoming: [{ at: 1 }] }],
    ['registrar.answers', { registrar: { answers: 'maybe' } }],
    ['dance', { dance: true }],
  ] as const) {
    it(`names the wrong place: ${place}`, () => {
      assert.throws(
        () => parseSimulatorScript(script, 'my.json'),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, 'INVALID_ARGUMENT');
          assert.ok(error.message.startsWith('my.json is not a script of the simulator:\n'), error.message);
          assert.ok(error.message.includes(`\n  ${place}: `), error.message);
          return true;
        },
      );
    });
  }

  it('reads files, with a byte order mark too', () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, 'script.json');
    writeFileSync(path, '\uFEFF{"stack":"failed"}');
    assert.deepEqual(readSimulatorScript(path), { stack: 'failed' });
  });

  it('says why a file cannot be read', () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, 'script.json');
    for (const [file, why] of [
      [path, /script\.json cannot be read: there is no such file\./u],
      [directory.path, /cannot be read: it is a folder\./u],
    ] as const) {
      assert.throws(() => readSimulatorScript(file), { code: 'INVALID_ARGUMENT', message: why });
    }
  });

  for (const [text, why] of [
    ['', /is no JSON: it is empty\./u],
    ['{', /is no JSON: it ends before it is complete;/u],
    ['{"rules": [', /is no JSON: it ends before it is complete;/u],
    ['{,}', /is no JSON: look at line 1, column 2\.$/u],
    ['{\r\n  "stack": "failed"\r\n  "user": {}\r\n}', /is no JSON: look at line 3, column 3\.$/u],
    ['stack: failed', /is no JSON: it has a “s” where none can be\.$/u],
  ] as const) {
    it(`says where a file stops being JSON: ${JSON.stringify(text)}`, () => {
      using directory = temporaryDirectory();
      const path = join(directory.path, 'script.json');
      writeFileSync(path, text);
      assert.throws(() => readSimulatorScript(path), { code: 'INVALID_ARGUMENT', message: why });
    });
  }
});

describe('parseProgramArguments', () => {
  it('takes one text behind -- as the command line tail, whatever it is', () => {
    for (const tail of ['--data-dir', '--', '', ' 101 ', '/exit']) {
      assert.equal(parseProgramArguments(['--data-dir', 'd', '--', tail]).tail, tail);
    }
    assert.deepEqual(parseProgramArguments(['--data-dir', 'd']), {
      dataDirectory: 'd',
      version: '3.22.16',
      scriptFile: undefined,
      holdIniMs: 0,
      exampleAccount: false,
      tail: '',
    });
    assert.equal(parseProgramArguments(['--data-dir', 'd', '--account', 'example']).exampleAccount, true);
  });

  for (const args of [
    [],
    ['--data-dir'],
    ['--data-dir', ''],
    ['--data-dir', 'd', '--', '101', '102'],
    ['--data-dir', 'd', '--microsip-version', 'new'],
    ['--data-dir', 'd', '--hold-ini', '-1'],
    ['--data-dir', 'd', '--account', 'mine'],
    ['--data-dir', 'd', '101'],
  ]) {
    it(`refuses ${JSON.stringify(args)}`, () => {
      assert.throws(() => parseProgramArguments(args), { code: 'INVALID_ARGUMENT' });
    });
  }
});

describe('callerHeader', () => {
  for (const [from, header] of [
    ['101', '<sip:101@pbx.test>'],
    ['+49 30', '<sip:+49%2030@pbx.test>'],
    ['a@b>', '<sip:a%40b%3E@pbx.test>'],
    ['', '<sip:pbx.test>'],
    ['"Ada" <sip:101@x>', '"Ada" <sip:101@x>'],
    ['tel:+49', 'tel:+49'],
    ['\uD83D', '<sip:%EF%BF%BD@pbx.test>'],
  ] as const) {
    it(`of ${JSON.stringify(from)} is ${header}`, () => {
      assert.equal(callerHeader(from, 'pbx.test'), header);
    });
  }
});
