import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { MicroSipError } from '../../microsip-error.ts';
import type { FarEndScript } from '../../phone-model/far-end.ts';
import { isSystemError } from '../../system-error.ts';
import { farEndStepsSchema, incomingCallEntries, millisecondsSchema } from './far-end-schema.ts';

const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(699));

const contentSchema = v.strictObject({
  /** For editors: where the schema of this file is. */
  $schema: v.exactOptional(v.string()),
  rules: v.exactOptional(
    v.array(
      v.strictObject({
        dialled: v.pipe(v.string(), v.nonEmpty()),
        steps: farEndStepsSchema,
        transfer: v.exactOptional(v.strictObject({ after: millisecondsSchema, status })),
      }),
    ),
  ),
  incoming: v.exactOptional(v.array(v.strictObject({ ...incomingCallEntries, at: millisecondsSchema }))),
  registrar: v.exactOptional(
    v.variant('answers', [
      v.strictObject({ answers: status, after: v.exactOptional(millisecondsSchema) }),
      v.strictObject({ answers: v.literal('never') }),
    ]),
  ),
  user: v.exactOptional(
    v.strictObject({
      /** Whether questions, such as those of `/reset`, are answered with yes, the default. */
      answersQuestions: v.exactOptional(v.picklist(['yes', 'no'])),
    }),
  ),
  /** `failed`: the SIP stack cannot be created, and commands are lost (facts B, K.20). */
  stack: v.exactOptional(v.picklist(['running', 'failed'])),
});

const scriptSchema = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), 'Expected an object but received a list'),
  contentSchema,
);

/** What the registrar answers: a SIP status, after a moment, or nothing at all. */
export type RegistrarScript =
  { readonly answers: number; readonly after?: number } | { readonly answers: 'never' };

/**
 * What surrounds a simulated phone: those it calls, those who call it, its registrar and the person before it.
 *
 * @example
 * ```json
 * {
 *   "rules": [{ "dialled": "55*", "steps": [{ "after": 100, "do": "ring" }, { "after": 400, "do": "refuse", "status": 486 }] }],
 *   "incoming": [{ "at": 2000, "from": "\"Ada\" <sip:101@pbx.test>", "whenAnswered": [{ "after": 3000, "do": "hang-up" }] }],
 *   "registrar": { "answers": 403 }
 * }
 * ```
 */
export interface SimulatorScript extends FarEndScript {
  readonly registrar?: RegistrarScript;
  readonly user?: { readonly answersQuestions?: 'yes' | 'no' };
  readonly stack?: 'running' | 'failed';
}

/**
 * Checks a script.
 *
 * @param source - its name in messages, such as the path of its file
 * @throws MicroSipError `INVALID_ARGUMENT`; the message names every wrong place.
 */
export function parseSimulatorScript(value: unknown, source: string): SimulatorScript {
  const result = v.safeParse(scriptSchema, value);
  if (result.success) return result.output;
  const places = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${source} is not a script of the simulator:\n  ${places.join('\n  ')}`,
  );
}

/**
 * Reads a script file.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when it cannot be read, is no JSON, or says something wrong.
 */
export function readSimulatorScript(path: string): SimulatorScript {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `The script ${path} cannot be read: ${whyUnreadable(error)}`,
      {
        cause: error,
      },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new MicroSipError('INVALID_ARGUMENT', `The script ${path} is no JSON: ${whyNoJson(error, text)}`, {
      cause: error,
    });
  }
  return parseSimulatorScript(value, path);
}

function whyUnreadable(error: unknown): string {
  if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) {
    return 'there is no such file. Check its path, which counts from the current directory.';
  }
  if (isSystemError(error, 'EISDIR')) return 'it is a folder. Name the file in it.';
  if (isSystemError(error, 'EACCES') || isSystemError(error, 'EPERM')) return 'this user may not read it.';
  return messageOf(error);
}

/** Says where a text stops being JSON, as far as the engine tells. */
function whyNoJson(error: unknown, text: string): string {
  const message = messageOf(error);
  if (text.trim() === '') return 'it is empty. The smallest script is {}.';
  const position = /at position (\d+)/u.exec(message)?.[1];
  if (position !== undefined && Number(position) < text.length) {
    const before = text.slice(0, Number(position)).split(/\r\n|\n|\r/u);
    return `look at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}.`;
  }
  const token = /^Unexpected token '(.+?)'/u.exec(message)?.[1];
  if (token !== undefined) return `it has a “${token}” where none can be.`;
  return 'it ends before it is complete; a bracket, a brace or a quote may be missing.';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
