// Loaded into a child by NODE_OPTIONS: writes down when its process began, in milliseconds since the epoch.
const { writeFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');

const { PROCESS_START_FILE } = process.env;
if (PROCESS_START_FILE) writeFileSync(PROCESS_START_FILE, String(performance.timeOrigin));
