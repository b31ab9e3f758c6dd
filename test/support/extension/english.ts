import type { Localization } from '../../../extension/src/localization.ts';

/** The texts as they stand in the source, which is what VS Code shows in English. */
export const english: Localization = {
  t: (text, ...values) =>
    text.replaceAll(/\{(\d+)\}/gu, (_gap, index: string) => String(values[Number(index)])),
};
