/**
 * The texts among the values that `reg.exe query` prints of one key. They come in the code page of the console, which
 * is not known: values with other letters than those of ASCII are left out.
 */
export function queriedTexts(output: Uint8Array): Readonly<Record<string, string>> {
  const text = Buffer.from(output.buffer, output.byteOffset, output.byteLength).toString('latin1');
  const values = text.split(/\r?\n/u).flatMap((line) => {
    const [, name, value] = /^ {4}(.+?) {4}REG_(?:EXPAND_)?SZ {4}([ -~]*)$/u.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}
