import type { Localization } from '../../../extension/src/localization.ts';

/** The texts as they stand in the source, with their gaps filled in. */
export const english: Localization = {
  t: (text, ...values) => text.replaceAll(/\{(\d)\}/gu, (_gap, index) => String(values[Number(index)])),
};
