import { readReference, type ReferenceFile } from '../../extension-rooms/numbers/reference.ts';

/** What an editor shows at once. */
export const linesOnPage = 60;

/** A part of a text, as an editor shows it. */
export interface NumberPage extends Pick<ReferenceFile, 'text' | 'region'> {
  readonly from: number;
  readonly to: number;
}

/** The files in which numbers are looked for. */
export const referenceFiles = [...readReference('tuned'), ...readReference('held-out')];

/** All of them, page by page. */
export function referencePages(): readonly NumberPage[] {
  return referenceFiles.flatMap(({ text, region }) => {
    const lineStarts = [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
    return lineStarts
      .filter((_start, line) => line % linesOnPage === 0)
      .map((from, page) => ({ text, region, from, to: lineStarts[(page + 1) * linesOnPage] ?? text.length }));
  });
}
