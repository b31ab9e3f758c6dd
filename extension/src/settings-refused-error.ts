import { MicroSipError } from 'microsip-sdk';

/** The user's settings name no phone: one of them is of the wrong type, or the phone refuses its value. */
export class SettingsRefusedError extends MicroSipError {
  constructor(message: string, options?: ErrorOptions) {
    super('INVALID_ARGUMENT', message, options);
  }
}
