/** Names the file for the milliseconds that were measured, a JSON list. */
export const statusTextReport = 'MICROSIP_STATUS_TEXT_REPORT';
