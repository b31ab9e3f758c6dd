import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifiedVersions, type VerifiedVersion } from '../../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../../sdk/src/phone-model/command-effect.ts';
import { startingProcess } from '../../../../sdk/src/phone-model/command-line/starting-process.ts';
import { dialling, effectsOf, effectsOfFirstStart } from '../../../support/effects.ts';
import { vectorContext } from '../../../support/vectors.ts';

const upTo3216 = ['3.20.5', '3.21.6'] as const;
const since3216 = ['3.21.6', '3.22.3', '3.22.16'] as const;
const since3223 = ['3.22.3', '3.22.16'] as const;

const folders: readonly CommandEffect[] = [
  { do: 'deleteDir', which: 'roaming' },
  { do: 'deleteDir', which: 'local' },
];

function forEach(versions: readonly VerifiedVersion[], check: (version: VerifiedVersion) => void): void {
  for (const version of versions) check(version);
}

describe('the starting process (facts A.2)', () => {
  describe('beside a running instance', () => {
    it('shows the main window for an empty command line', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOf(version, ''), [{ do: 'showMain' }]);
      });
    });

    it('leaves the window alone with silent=1, which 3.22.3 no longer knows (facts N, G)', () => {
      forEach(upTo3216, (version) => {
        assert.deepEqual(effectsOf(version, '', { silent: true }), []);
      });
      forEach(since3223, (version) => {
        assert.deepEqual(effectsOf(version, '', { silent: true }), [{ do: 'showMain' }]);
      });
    });

    it('does nothing for /minimized', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOf(version, '/minimized'), []);
      });
    });

    it('does nothing for /hidden up to 3.21.6; later it is dialled', () => {
      forEach(upTo3216, (version) => {
        assert.deepEqual(effectsOf(version, '/hidden'), []);
      });
      forEach(since3223, (version) => {
        assert.deepEqual(effectsOf(version, '/hidden'), dialling('/hidden', '<sip:/hidden@pbx.test>'));
      });
    });

    it('ends the instance for /exit: by a close message up to 3.22.3, by a menu command in 3.22.16', () => {
      forEach(['3.20.5', '3.21.6', '3.22.3'], (version) => {
        assert.deepEqual(effectsOf(version, '/exit'), [{ do: 'sendClose' }]);
      });
      assert.deepEqual(effectsOf('3.22.16', '/exit'), [{ do: 'sendExitCommand' }]);
    });

    it('closes the instance, asks twice and deletes for /reset; 3.20.5 dials it', () => {
      forEach(since3216, (version) => {
        assert.deepEqual(effectsOf(version, '/reset'), [
          { do: 'sendClose' },
          { do: 'ask' },
          { do: 'ask' },
          ...folders,
        ]);
        assert.deepEqual(effectsOf(version, '/reset', { answerYes: false }), [
          { do: 'sendClose' },
          { do: 'ask' },
        ]);
      });
      assert.deepEqual(effectsOf('3.20.5', '/reset'), dialling('/reset', '<sip:/reset@pbx.test>'));
    });

    it('does the same without questions for /resetnoask; 3.20.5 dials it', () => {
      forEach(since3216, (version) => {
        assert.deepEqual(effectsOf(version, '/resetnoask'), [{ do: 'sendClose' }, ...folders]);
      });
      assert.deepEqual(
        effectsOf('3.20.5', '/resetnoask'),
        dialling('/resetnoask', '<sip:/resetnoask@pbx.test>'),
      );
    });

    it('compares the whole tail: a blank, quotes or capitals make it a number', () => {
      forEach(verifiedVersions, (version) => {
        for (const tail of ['/exit ', '"/exit"', '/EXIT', ' /exit', '/minimized 101']) {
          assert.equal(startingProcess(vectorContext(version), tail).outcome, 'passed-on', tail);
        }
      });
    });

    it('shows the window when the SIP stack does not run: the command is lost (facts B)', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOf(version, '101', { stackReady: false }), [{ do: 'showMain' }]);
        assert.deepEqual(effectsOf(version, '/answer', { stackReady: false }), [{ do: 'showMain' }]);
      });
    });
  });

  describe('without an instance', () => {
    it('starts with its window for an empty command line', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, ''), [{ do: 'start', window: 'shown' }]);
      });
    });

    it('starts hidden for /minimized, but shows the window on the very first run', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, '/minimized'), [{ do: 'start', window: 'hidden' }]);
        assert.deepEqual(effectsOfFirstStart(version, '/minimized', { firstRun: true }), [
          { do: 'start', window: 'shown' },
        ]);
      });
    });

    it('starts hidden with minimized=1 since 3.21.6', () => {
      forEach(since3216, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, '', { minimized: true }), [
          { do: 'start', window: 'hidden' },
        ]);
      });
      assert.deepEqual(effectsOfFirstStart('3.20.5', '', { minimized: true }), [
        { do: 'start', window: 'shown' },
      ]);
    });

    it('starts in hidden mode for /hidden up to 3.21.6', () => {
      forEach(upTo3216, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, '/hidden'), [
          { do: 'start', window: 'hidden', hiddenMode: true },
        ]);
      });
    });

    it('starts nothing for /exit, /answer and /hangupall', () => {
      forEach(verifiedVersions, (version) => {
        for (const tail of ['/exit', '/answer', '/hangupall']) {
          assert.deepEqual(effectsOfFirstStart(version, tail), [], tail);
        }
      });
    });

    it('starts for every other command, quoted or not, and handles it then', () => {
      const handled: readonly (readonly [string, CommandEffect])[] = [
        ['"/answer"', { do: 'answer' }],
        ['/hangupcalling', { do: 'hangupCalling' }],
        ['/dtmf:5', { do: 'dtmf', digits: '5' }],
        ['/transfer:102', { do: 'transferIgnored', number: '102' }],
        ['msip:minimize', { do: 'hideWindow' }],
      ];
      forEach(verifiedVersions, (version) => {
        for (const [tail, effect] of handled) {
          assert.deepEqual(effectsOfFirstStart(version, tail), [{ do: 'start', window: 'shown' }, effect]);
        }
      });
    });

    it('parks a number, because the account is not added yet (facts A.1)', () => {
      forEach(verifiedVersions, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, '101'), [
          { do: 'start', window: 'shown' },
          { do: 'raise' },
          { do: 'park', text: '101', later: dialling('101', '<sip:101@pbx.test>').slice(1) },
        ]);
      });
    });

    it('deletes for /reset: 3.20.5 the ini too and without a question', () => {
      assert.deepEqual(effectsOfFirstStart('3.20.5', '/reset'), [{ do: 'deleteIni' }, ...folders]);
      forEach(since3216, (version) => {
        assert.deepEqual(effectsOfFirstStart(version, '/reset'), [{ do: 'ask' }, { do: 'ask' }, ...folders]);
        assert.deepEqual(effectsOfFirstStart(version, '/resetnoask'), folders);
      });
    });
  });

  it('ignores characters without weight in a whole tail (facts N, A.1)', () => {
    forEach(verifiedVersions, (version) => {
      assert.deepEqual(effectsOf(version, '/ex\u00ADit'), effectsOf(version, '/exit'));
      assert.deepEqual(effectsOf(version, '\u200B'), [{ do: 'showMain' }]);
    });
  });

  it('minds them everywhere else: the instance compares plainly', () => {
    forEach(verifiedVersions, (version) => {
      assert.deepEqual(effectsOf(version, '/hangup\u00ADcalling').at(-1), {
        do: 'error',
        code: 'invalidUri',
      });
    });
  });

  it('either ends or leaves the tail to an instance, and starts only where none runs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verifiedVersions),
        fc.boolean(),
        fc.oneof(fc.string(), fc.constantFrom('', '/exit', '/answer', '/reset', '/minimized', '/hidden')),
        (version, running, tail) => {
          const { outcome } = startingProcess(vectorContext(version, {}, running), tail);
          assert.notEqual(outcome, running ? 'starts' : 'passed-on');
        },
      ),
    );
  });
});
