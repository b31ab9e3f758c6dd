// Windows gives a program its command line as one text, in which the caller stands as it came. Node.js only has what its
// C runtime makes of it, without the quotation marks. This finds the text itself; the hook program loads it only for a
// caller in which there may have been some, because MicroSIP waits meanwhile.
/* global __dirname */
'use strict';

const { readFileSync } = require('fs');

/**
 * @param {string} hook the key of the hook, which stands before the caller
 * @param {string | undefined} parameters what the simulator says, in the place of Windows
 * @returns {string | undefined} nothing where it cannot be known
 */
exports.exactCaller = function exactCaller(hook, parameters) {
  const text = parameters === undefined ? ownCommandLine() : fitting(parameters);
  const before = ` "${hook} `;
  const start = text === undefined ? -1 : text.indexOf(before);
  return start < 0 ? undefined : text.slice(start + before.length);
};

/** A program in between, started by the simulator, may have handed on what is not about this one. */
function fitting(parameters) {
  const { splitWindowsArguments } = require('./windows-arguments.cjs');
  const own = JSON.stringify(process.argv.slice(1));
  return JSON.stringify(splitWindowsArguments(parameters)) === own ? parameters : undefined;
}

/** By the library that was there when the hooks were installed, if there was one. */
function ownCommandLine() {
  const { koffi } = JSON.parse(readFileSync(`${__dirname}/configuration.json`, 'utf8'));
  return koffi && require(koffi).load('kernel32.dll').func('str16 __stdcall GetCommandLineW()')();
}
