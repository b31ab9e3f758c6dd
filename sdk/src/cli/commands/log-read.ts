import { open, type FileHandle } from 'node:fs/promises';
import { firstBytes } from '../../events/log/first-bytes.ts';
import { LogCalendar } from '../../events/log/log-calendar.ts';
import { LogLength } from '../../events/log/log-length.ts';
import { LogParser } from '../../events/log/log-parser.ts';
import type { LogEvent } from '../../events/log/log-event.ts';
import { PhoneEventsOfLog } from '../../events/log/phone-events-of-log.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { DatedEvents } from '../output/dated-events.ts';
import { noteRemarks } from '../output/remarks.ts';

/** Prints the events in a log of MicroSIP's. */
export async function readLog(context: CommandContext, file: string): CommandResult {
  if (file === '-') {
    await show(
      context,
      'standard input',
      process.stdin,
      LogCalendar.endingAt(() => new Date()),
    );
  } else {
    await using handle = await openLog(file);
    const { mtime, size } = await handle.stat();
    // What is written while the log is read is left out, so that its length stays what was measured.
    const bytes = (): AsyncIterable<Uint8Array> => firstBytes(handle, size, context.signal);
    const calendar = LogCalendar.of(await LogLength.measure(bytes()), mtime);
    await show(context, `“${file}”`, bytes(), calendar);
  }
  return context.signal.aborted ? exitCode.interrupted : undefined;
}

async function show(
  { options, terminal }: CommandContext,
  name: string,
  log: AsyncIterable<Uint8Array>,
  calendar: LogCalendar,
): Promise<void> {
  const version = options.microsipVersion;
  const parser = new LogParser(calendar, version === undefined ? {} : { version });
  const phone = new PhoneEventsOfLog();
  const output = new DatedEvents(terminal);
  let length = 0;
  let shown = 0;
  const print = (events: readonly LogEvent[]): void => {
    for (const event of events.flatMap((logged) => phone.take(logged))) {
      output.print(event);
      shown++;
    }
  };
  for await (const chunk of log) {
    length += chunk.length;
    print(parser.push(chunk));
  }
  print(parser.end());

  if (length > 0 && parser.lines === 0) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${name} is no log of MicroSIP: no line in it begins as those of its SIP stack do, as in “12:34:56.789   pjsua_core.c”. The log is microsip_log.txt, beside the ini.`,
    );
  }
  if (length === 0) noteRemarks(terminal, [`${name} is empty.`]);
  else if (shown === 0) noteRemarks(terminal, [`${name} tells of no registration and of no call.`]);
}

async function openLog(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r');
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new MicroSipError('INVALID_ARGUMENT', `The log “${file}” cannot be read: ${cause}.`, {
      cause: error,
    });
  }
  throw new MicroSipError('INVALID_ARGUMENT', `“${file}” is a folder. Name the log in it: microsip_log.txt.`);
}
