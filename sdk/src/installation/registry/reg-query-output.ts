/**
 * Whether what `reg.exe query` printed about a key lists a key below it.
 *
 * The names come in the code page of the console, which is not known and may not have their letters: only a name in
 * ASCII is found. The lines of keys are the ones that begin with `HKEY_`, in every language.
 */
export function listsSubkey(output: Uint8Array, name: string): boolean {
  const wanted = `\\${name}`.toUpperCase();
  return new TextDecoder('latin1')
    .decode(output)
    .split(/\r?\n/u)
    .some((line) => line.startsWith('HKEY_') && line.toUpperCase().endsWith(wanted));
}
