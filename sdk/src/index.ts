export { MicroSipError, type MicroSipErrorCode } from './microsip-error.ts';
