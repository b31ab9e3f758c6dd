import { phoneCheck } from '../../check.ts';

export const wineMissing = phoneCheck({
  code: 'wine-missing',
  severity: 'error',
  title: 'Wine is missing',
  remedy: 'Install Wine from your distribution or https://www.winehq.org, and put it into PATH.',
  examine: ({ wine }) =>
    wine === 'missing'
      ? {
          detail: 'MicroSIP is a Windows program, and no `wine` is in PATH to run it.',
        }
      : undefined,
});
