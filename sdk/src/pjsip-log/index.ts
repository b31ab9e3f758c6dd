/**
 * The log that MicroSIP's SIP stack writes, line for line, made from what the phone model does. It runs in a browser.
 *
 * @module microsip-sdk/pjsip-log
 */
export { PjsipLog, writesLog } from './pjsip-log.ts';
