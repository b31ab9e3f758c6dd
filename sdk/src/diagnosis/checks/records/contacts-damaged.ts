import { phoneCheck } from '../../check.ts';

export const contactsDamaged = phoneCheck({
  code: 'contacts-damaged',
  severity: 'error',
  title: 'The contacts cannot be read',
  remedy:
    'Do not change a contact in MicroSIP, which would write the file anew without what is in it: end it with `microsip exit`, and mend the file or bring back a copy.',
  facts: 'F.2',
  examine: ({ contacts }) =>
    contacts === undefined
      ? undefined
      : {
          detail: contacts,
        },
});
