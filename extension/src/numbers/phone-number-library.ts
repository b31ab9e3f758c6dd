import type * as LibPhoneNumber from 'libphonenumber-js/max';

/** What is used of libphonenumber-js. Its metadata is the complete one: the small one takes too much for a number. */
export type PhoneNumberLibrary = typeof LibPhoneNumber;

let loading: Promise<PhoneNumberLibrary> | undefined;
let loaded: PhoneNumberLibrary | undefined;

/** Loads libphonenumber-js, once: it is larger than all the rest of the extension, and many windows never need it. */
export function loadPhoneNumberLibrary(): Promise<PhoneNumberLibrary> {
  loading ??= import('libphonenumber-js/max').then((library) => (loaded = library));
  return loading;
}

/** libphonenumber-js for whoever cannot wait; `undefined` until it was loaded. */
export function loadedPhoneNumberLibrary(): PhoneNumberLibrary | undefined {
  return loaded;
}
