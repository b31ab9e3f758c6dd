/**
 * Whether what `reg.exe query` printed about a key lists a key below it.
 *
 * The names come in the code page of the console, which is not known and may not have their letters: only a name in
 * ASCII is found. The lines of keys begin with the name of the root, in every language.
 *
 * @param above - the key that was asked about, with the root's full name
 */
export function listsSubkey(output: Uint8Array, above: string, name: string): boolean {
  const depth = above.split('\\').length;
  return new TextDecoder('latin1')
    .decode(output)
    .split(/\r?\n/u)
    .filter((line) => line.startsWith('HKEY_'))
    .map((line) => line.split('\\'))
    .some((names) => names.length === depth + 1 && names.at(-1)?.toUpperCase() === name.toUpperCase());
}
