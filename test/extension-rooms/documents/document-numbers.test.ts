import assert from 'node:assert/strict';

import type * as vscode from 'vscode';

import { DocumentNumbers } from '../../../extension/src/documents/document-numbers.ts';
import type { NumberSettings } from '../../../extension/src/number-settings.ts';

const text = 'tel:101, Tel. 030 23125 100, +1 415 555 2671';

function numbersOf(settings: Partial<NumberSettings> = {}): DocumentNumbers {
  return new DocumentNumbers(() => ({ region: 'DE', languages: new Set(['markdown']), ...settings }));
}

async function written(numbers: DocumentNumbers, languageId?: string): Promise<string[]> {
  const found = await numbers.find(text, { languageId });
  return found.map(({ text: part }) => part);
}

/** As much of a document as is looked at. */
function documentOf(content: () => string): { version: number; languageId: string } & vscode.TextDocument {
  const document = { version: 1, languageId: 'markdown', isClosed: false, getText: content };
  return document as unknown as { version: number; languageId: string } & vscode.TextDocument;
}

describe('what can be dialled in documents', () => {
  it('is every link, and numbers in the languages of the settings', async () => {
    assert.deepEqual(await written(numbersOf(), 'markdown'), ['tel:101', '030 23125 100', '+1 415 555 2671']);
    assert.deepEqual(await written(numbersOf(), 'cpp'), ['tel:101']);
    assert.deepEqual(await written(numbersOf({ languages: new Set() }), 'markdown'), ['tel:101']);
  });

  it('is a number in every language where the settings say so', async () => {
    assert.equal((await written(numbersOf({ languages: new Set(['*']) }), 'cpp')).length, 3);
  });

  it('is a number in what has no language, such as a terminal', async () => {
    assert.equal((await written(numbersOf({ languages: new Set() }))).length, 3);
  });

  it('is a number of the region of the settings', async () => {
    assert.deepEqual(await written(numbersOf({ region: undefined }), 'markdown'), [
      'tel:101',
      '+1 415 555 2671',
    ]);
  });

  it('is looked for once in every version of a document', async () => {
    let reads = 0;
    const numbers = numbersOf();
    const document = documentOf(() => `${text} ${++reads}`);
    const first = await numbers.findIn(document);
    assert.equal(await numbers.findIn(document), first);
    document.version = 2;
    assert.notEqual(await numbers.findIn(document), first);
    assert.equal(reads, 2);
  });

  it('is looked for again in another language, and after a change of settings', async () => {
    let settings: NumberSettings = { region: 'DE', languages: new Set(['markdown']) };
    const numbers = new DocumentNumbers(() => settings);
    const document = documentOf(() => text);
    assert.equal((await numbers.findIn(document)).length, 3);
    document.languageId = 'cpp';
    assert.equal((await numbers.findIn(document)).length, 1);
    settings = { region: 'DE', languages: new Set(['cpp']) };
    numbers.forget();
    assert.equal((await numbers.findIn(document)).length, 3);
  });

  it('is looked for once for all who ask at the same time', async () => {
    let reads = 0;
    const numbers = numbersOf();
    const document = documentOf(() => `${text} ${++reads}`);
    const [links, lenses] = await Promise.all([numbers.findIn(document), numbers.findIn(document)]);
    assert.equal(links, lenses);
    assert.equal(reads, 1);
  });

  it('is nothing in a document that changes while it is looked through, and is looked for anew', async () => {
    const numbers = numbersOf();
    const document = documentOf(() => text);
    const before = numbers.findIn(document);
    document.version = 2;
    assert.deepEqual(await before, []);
    assert.equal((await numbers.findIn(document)).length, 3);
  });
});
