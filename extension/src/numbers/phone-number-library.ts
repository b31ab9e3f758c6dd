import type * as LibPhoneNumber from 'libphonenumber-js/max';

/** What is used of libphonenumber-js. Its metadata is the complete one: the small one takes too much for a number. */
export type PhoneNumberLibrary = typeof LibPhoneNumber;

let library: Promise<PhoneNumberLibrary> | undefined;

/** Loads libphonenumber-js, once: it is larger than all the rest of the extension, and many windows never need it. */
export function loadPhoneNumberLibrary(): Promise<PhoneNumberLibrary> {
  library ??= import('libphonenumber-js/max');
  return library;
}
