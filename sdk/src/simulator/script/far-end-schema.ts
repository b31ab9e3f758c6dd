import * as v from 'valibot';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));
const failureStatus = v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(699));

const actSchemas = [
  v.strictObject({ do: v.literal('ring') }),
  v.strictObject({ do: v.literal('answer'), video: v.exactOptional(v.boolean()) }),
  v.strictObject({ do: v.literal('refuse'), status: failureStatus, reason: v.exactOptional(v.string()) }),
  v.strictObject({ do: v.picklist(['hold', 'resume']) }),
  v.strictObject({ do: v.literal('hang-up'), answeredElsewhere: v.exactOptional(v.boolean()) }),
] as const;

/** One act of a far end. */
export const farEndActSchema = v.variant('do', actSchemas);

/** Acts of a far end, one after the other; `after` is the time in milliseconds since the one before. */
export const farEndStepsSchema = v.array(
  v.variant('do', [
    v.strictObject({ ...actSchemas[0].entries, after: milliseconds }),
    v.strictObject({ ...actSchemas[1].entries, after: milliseconds }),
    v.strictObject({ ...actSchemas[2].entries, after: milliseconds }),
    v.strictObject({ ...actSchemas[3].entries, after: milliseconds }),
    v.strictObject({ ...actSchemas[4].entries, after: milliseconds }),
  ]),
);

export const millisecondsSchema = milliseconds;
export const failureStatusSchema = failureStatus;
