import * as v from 'valibot';

const lutrisWine = v.nullish(
  v.object({ version: v.nullish(v.string()), custom_wine_path: v.nullish(v.string()) }),
);

/** What interests of the files of programs that manage prefixes. */
export const keeperFiles = {
  bottlesData: v.object({ custom_bottles_path: v.nullish(v.string()) }),
  bottle: v.object({ Runner: v.nullish(v.string()) }),
  bottlePlaceholder: v.object({ Path: v.string() }),
  lutrisGame: v.object({
    game: v.object({ prefix: v.nullish(v.string()), exe: v.nullish(v.string()) }),
    wine: lutrisWine,
  }),
  lutrisRunner: v.object({ wine: lutrisWine }),
};

/** What a file of one kind says. */
export type KeeperFile<Kind extends keyof typeof keeperFiles> = v.InferOutput<(typeof keeperFiles)[Kind]>;
