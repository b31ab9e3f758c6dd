import { phoneCheck } from '../../check.ts';

export const portable = phoneCheck({
  code: 'portable',
  severity: 'note',
  title: 'This MicroSIP is portable',
  remedy: 'If links are to reach it: `microsip handlers register`.',
  facts: 'D.1',
  examine: ({ dataDirectory, portable: isPortable }) =>
    isPortable
      ? {
          detail: `It keeps its files beside its program, in ${dataDirectory}, and registers no URL schemes by itself: links such as tel: reach it only where somebody else has registered it.`,
        }
      : undefined,
});
