import * as v from 'valibot';

/** A time of at most a day. */
export const millisecondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));

/** A final SIP status other than success. */
export const failureStatusSchema = v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(699));

const ring = { do: v.literal('ring') };
const answer = { do: v.literal('answer'), video: v.exactOptional(v.boolean()) };
const refuse = {
  do: v.literal('refuse'),
  status: failureStatusSchema,
  reason: v.exactOptional(v.string()),
};
const holdOrResume = { do: v.picklist(['hold', 'resume']) };
const hangUp = { do: v.literal('hang-up'), answeredElsewhere: v.exactOptional(v.boolean()) };

/** One act of a far end. */
export const farEndActSchema = v.variant('do', [
  v.strictObject(ring),
  v.strictObject(answer),
  v.strictObject(refuse),
  v.strictObject(holdOrResume),
  v.strictObject(hangUp),
]);

const after = { after: millisecondsSchema };

/** Acts of a far end, one after the other; `after` is the time in milliseconds since the one before. */
export const farEndStepsSchema = v.array(
  v.variant('do', [
    v.strictObject({ ...ring, ...after }),
    v.strictObject({ ...answer, ...after }),
    v.strictObject({ ...refuse, ...after }),
    v.strictObject({ ...holdOrResume, ...after }),
    v.strictObject({ ...hangUp, ...after }),
  ]),
);

/** What an INVITE to the phone says, and what its sender does. */
export const incomingCallEntries = {
  from: v.string(),
  to: v.exactOptional(v.string()),
  assertedIdentity: v.exactOptional(v.string()),
  remotePartyId: v.exactOptional(v.string()),
  autoAnswerHeader: v.exactOptional(v.string()),
  callInfo: v.exactOptional(v.string()),
  video: v.exactOptional(v.boolean()),
  callId: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
  whileRinging: v.exactOptional(farEndStepsSchema),
  whenAnswered: v.exactOptional(farEndStepsSchema),
};
