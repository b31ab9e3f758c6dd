import * as v from 'valibot';

import { schemeNames } from '../../../catalogue/scheme.ts';

export const desktopRecordSchema = v.object({
  v: v.literal(1),
  /** The schemes of each copy of MicroSIP, by the name of its desktop file. */
  copies: v.record(v.string(), v.array(v.picklist(schemeNames))),
  /** Folders that were not there before, the upper ones first. */
  folders: v.array(v.string()),
  /** The files the kit has changed, or was about to. */
  files: v.array(
    v.object({
      file: v.string(),
      /** What it held before; `null` stands for no file. */
      before: v.nullable(v.string()),
      /** What the kit has put there; several where it is not known how far a change came. */
      written: v.array(v.nullable(v.string())),
    }),
  ),
});

/** What was done to the files of the desktop: what is needed to undo it. */
export type DesktopRecord = v.InferOutput<typeof desktopRecordSchema>;

export const nothingDone: DesktopRecord = { v: 1, copies: {}, folders: [], files: [] };
