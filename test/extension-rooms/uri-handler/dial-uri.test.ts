import assert from 'node:assert/strict';

import fc from 'fast-check';

import { dialUri, textToDial, type UriParts } from '../../../extension/src/uri-handler/dial-uri.ts';

const extensionId = 'publisher.name';

/** As VS Code takes a URI apart. */
function partsOf(uri: string): UriParts {
  const { pathname, search, hash } = new URL(uri);
  return {
    path: pathname,
    query: decodeURIComponent(search.slice(1)),
    fragment: decodeURIComponent(hash.slice(1)),
  };
}

describe('a link that dials', () => {
  it('carries any text to the handler unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        assert.equal(textToDial(partsOf(dialUri('vscode', extensionId, text))), text);
      }),
    );
  });

  it('keeps to characters that nothing around a link takes for its end or for markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.match(
          dialUri('code-oss', extensionId, text),
          /^code-oss:\/\/publisher\.name\/dial\?number=[\w\-.!~*'()%]*$/u,
        );
      }),
    );
  });

  it('is made of half a character, too, which no URI can carry', () => {
    assert.equal(
      dialUri('vscode', extensionId, '101\ud800'),
      'vscode://publisher.name/dial?number=101%EF%BF%BD',
    );
  });

  it('leaves a plus a plus, written as it is or encoded', () => {
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=+4930123456')), '+4930123456');
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=%2B4930123456')), '+4930123456');
  });

  it('asks for nothing when its number is cut off by a number sign', () => {
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=101#1')), undefined);
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=#31#101')), undefined);
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=%2331%23101')), '#31#101');
  });

  it('asks for nothing with another path, another parameter or no number', () => {
    for (const rest of [
      '',
      '/',
      '/dial',
      '/dial?',
      '/dial?number',
      '/dial?number=',
      '/dial/?number=101',
      '/Dial?number=101',
      '//dial?number=101',
      '/dial/now?number=101',
      '/hangup?number=101',
      '/dial?Number=101',
      '/dial?tel=101',
      '/dial?x=1&number=101',
    ]) {
      assert.equal(textToDial(partsOf(`vscode://publisher.name${rest}`)), undefined, rest);
    }
  });

  it('takes what stands behind the number for a part of it, so that no part of it is dialled', () => {
    assert.equal(textToDial(partsOf('vscode://publisher.name/dial?number=101&number=102')), '101&number=102');
  });
});
