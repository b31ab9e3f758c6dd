import { phoneCheck } from '../../check.ts';

export const portable = phoneCheck({
  code: 'portable',
  severity: 'note',
  title: 'This MicroSIP is portable',
  facts: 'D.1',
  examine: ({ dataDirectory, portable: isPortable }) =>
    isPortable
      ? {
          detail: `It keeps its files beside its program, in ${dataDirectory}, and registers no URL schemes: links such as tel: do not reach it.`,
          remedy:
            'Install MicroSIP with its installer if links are to reach it; a portable copy can stay beside it.',
        }
      : undefined,
});
