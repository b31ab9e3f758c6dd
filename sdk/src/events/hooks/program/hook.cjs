// The program that MicroSIP starts at every event of a call, and waits for, frozen (facts C.3): it writes one line to
// the journal beside it and ends. It is copied to a folder of the user's own and must start as fast as an empty script,
// so it is plain CommonJS and loads nothing that Node.js has not loaded for itself.
//
// The hook and the caller come as one argument, "cmdCallEnd 101", unless the caller holds quotation marks. Whatever the
// caller is, it is only ever data here.
/* global __dirname */
'use strict';

const { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync } = require('fs');
const { readdirSync, renameSync, statSync, unlinkSync, writeSync } = require('fs');

const journal = `${__dirname}/journal.jsonl`;

/** A segment stays at least so long, in milliseconds, until every writer and every reader is done with it. */
const oldSegmentMs = 60_000;

function record() {
  const words = process.argv.slice(2).join(' ');
  const blank = words.indexOf(' ');
  const hook = blank < 0 ? words : words.slice(0, blank);
  if (!/^cmd[A-Za-z]+$/u.test(hook))
    throw new Error('the hook is not named: its value in the ini is damaged');
  const caller = callerOf(hook, words);

  const now = Date.now();
  const id = [now, process.pid, process.hrtime()[1]].map((part) => part.toString(36)).join('-');
  const line = Buffer.from(
    `${JSON.stringify({ v: 1, id, at: new Date(now).toISOString(), hook, caller })}\n`,
  );
  const size = append(line);

  const configuration = `${__dirname}/configuration.json`;
  if (!existsSync(configuration)) return;
  const { ownCommands, segmentBytes, keptSegments } = JSON.parse(readFileSync(configuration, 'utf8'));
  if (size >= segmentBytes) rotate(now, segmentBytes, keptSegments);
  if (ownCommands[hook] !== undefined)
    require('./own-command.cjs').start(ownCommands[hook], caller, leaveTrace);
}

/** The caller, with the quotation marks that Node.js does not get to see, where there may be some and a way to them. */
function callerOf(hook, words) {
  const caller = words.slice(hook.length + 1);
  const parameters = process.env.MICROSIP_SIMULATOR_PARAMETERS;
  // It is about this program, not about a command of the user.
  delete process.env.MICROSIP_SIMULATOR_PARAMETERS;
  const isExact =
    parameters === undefined
      ? process.platform !== 'win32' || /^[\w+*#@.-]*$/u.test(caller)
      : parameters === `"${process.argv[1]}" "${words}`;
  if (isExact) return caller;
  try {
    return require('./exact-caller.cjs').exactCaller(hook, parameters) ?? caller;
  } catch (error) {
    leaveTrace(error);
    return caller;
  }
}

/** One write, so that no line is ever torn by another; returns how long the journal is now. */
function append(line) {
  const file = openSync(journal, 'a', 0o600);
  try {
    // A full disk may take a part of it: then readers skip that part, and the line follows as a whole.
    if (writeSync(file, line) !== line.length) writeSync(file, Buffer.concat([Buffer.from('\n'), line]));
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

/**
 * Gives the journal a name of its own. Nothing is lost by that at any time: who has the file open still writes to it,
 * and who reads it still reads it. So two at once need no lock; at worst a segment is a short one.
 */
function rotate(now, segmentBytes, keptSegments) {
  try {
    if (statSync(journal).size < segmentBytes) return;
    renameSync(journal, `${__dirname}/journal-${String(now).padStart(14, '0')}-${process.pid}.jsonl`);
    const segments = readdirSync(__dirname).filter((name) => /^journal-\d{14}-\d+\.jsonl$/u.test(name));
    for (const name of segments.sort().slice(0, Math.max(0, segments.length - keptSegments))) {
      if (now - Number(name.slice(8, 22)) > oldSegmentMs) unlinkSync(`${__dirname}/${name}`);
    }
  } catch (error) {
    // Another one was faster, or a virus scanner holds the file: the next event rotates it.
    if (!['ENOENT', 'EPERM', 'EBUSY', 'EACCES'].includes(error.code)) throw error;
  }
}

/** For `microsip hooks status`: nobody sees what a hook program prints. */
function leaveTrace(error) {
  process.exitCode = 1;
  try {
    const trace = `${__dirname}/failures.jsonl`;
    if (existsSync(trace) && statSync(trace).size > 65_536) unlinkSync(trace);
    const line = JSON.stringify({ at: new Date().toISOString(), error: String(error && error.message) });
    appendFileSync(trace, `${line}\n`, { mode: 0o600 });
  } catch {
    // The folder is gone or full; that, too, `microsip hooks status` sees by itself.
  }
}

try {
  record();
} catch (error) {
  leaveTrace(error);
}
