export { PjsipLog, writesLog } from './pjsip-log.ts';
