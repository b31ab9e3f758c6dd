/** Names the file with the pages to look at, a JSON list of texts with their regions. */
export const numberPages = 'MICROSIP_NUMBER_PAGES';

/** Names the file for the milliseconds that each of them took, a JSON list. */
export const numberDetectionReport = 'MICROSIP_NUMBER_DETECTION_REPORT';
