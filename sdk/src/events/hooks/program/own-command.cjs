// Starts the command that the user had in a hook before, as MicroSIP would have: hidden, and nobody waits for it.
'use strict';

const { spawn } = require('child_process');
const { splitWindowsArguments } = require('./windows-arguments.cjs');

/**
 * @param {{ how: 'program' | 'script' | 'batch' | 'arguments', file: string, params: string, plainCaller: boolean }} command
 * @param {string} caller remote text
 * @param {(error: Error) => void} onFailure
 */
exports.start = function start(command, caller, onFailure) {
  const { file, args, argv0 } = commandLine(command, command.plainCaller ? plain(caller) : caller);
  const child = spawn(file, args, {
    argv0,
    // Else Windows ends it together with this process.
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    windowsVerbatimArguments: true,
  });
  child.once('error', onFailure);
  child.unref();
};

function commandLine({ how, file, params }, caller) {
  switch (how) {
    // Where programs get a list, the simulator splits it as Windows would.
    case 'arguments':
      return { file, args: splitWindowsArguments(`${params} ${caller}`) };
    case 'script':
      return windowsStart(systemProgram('wscript.exe'), `"${file}" ${params} ${caller}`);
    case 'batch':
      return windowsStart(systemProgram('cmd.exe'), `/d /s /c ""${file}" ${params} ${caller}"`);
    default:
      return windowsStart(file, `${params} ${caller}`.trimStart());
  }
}

/** Windows hands a program one text, the name of the program included. */
function windowsStart(file, parameters) {
  return { file, args: [parameters], argv0: `"${file}"` };
}

/** Shells read the caller as their own language (facts C.5), the script host as options: only this means nothing to them. */
function plain(caller) {
  // At its beginning a sign can make it an option.
  return caller.replace(/[^0-9A-Za-z+*#@._-]/gu, '').replace(/^-+/u, '');
}

function systemProgram(name) {
  return `${process.env.SystemRoot || 'C:\\Windows'}\\System32\\${name}`;
}
