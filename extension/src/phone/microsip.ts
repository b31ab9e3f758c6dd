export { MicroSip } from 'microsip-sdk';
