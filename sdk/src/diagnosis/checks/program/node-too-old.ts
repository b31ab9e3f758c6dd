import { compareVersions } from '../../../catalogue/version.ts';
import type { Check } from '../../check.ts';

/** What `engines` of the package asks for. */
export const oldestNodeVersion = '22.13.0';

export const nodeTooOld: Check<'node-too-old'> = {
  code: 'node-too-old',
  severity: 'error',
  title: 'Node.js is too old',
  remedy: 'Install a newer Node.js from https://nodejs.org.',
  examine: ({ nodeVersion }) =>
    compareVersions(nodeVersion, oldestNodeVersion) < 0
      ? {
          detail: `The kit runs on Node.js ${nodeVersion} here, and needs ${oldestNodeVersion}.`,
        }
      : undefined,
};
