/** One process in the list that `tasklist.exe /FO CSV /NH` prints. */
export interface ListedTask {
  /** The file name of its program, in the code page of the console: characters beyond ASCII may be wrong. */
  readonly imageName: string;
  readonly processId: number;
  /** The Windows session it runs in. Each logged-in user has one. */
  readonly session: number;
}

/**
 * Reads the list that `tasklist.exe /FO CSV /NH` prints. Its columns are the same in every language, its numbers and
 * the sentence it prints when there is no task are not.
 *
 * @param output - as the program printed it, in whatever code page the console has
 */
export function parseTasklist(output: Uint8Array): readonly ListedTask[] {
  // All that is asked for is ASCII, which all code pages share; one byte stays one character.
  const text = Buffer.from(output.buffer, output.byteOffset, output.byteLength).toString('latin1');
  return text.split(/\r?\n/u).flatMap((line) => {
    const [, imageName, processId, session] =
      /^"((?:[^"]|"")*)","(\d{1,10})","[^"]*","(\d{1,10})"/u.exec(line.trim()) ?? [];
    if (imageName === undefined) return [];
    return [
      {
        imageName: imageName.replaceAll('""', '"'),
        processId: Number(processId),
        session: Number(session),
      },
    ];
  });
}
