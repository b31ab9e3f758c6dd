/**
 * The folder of the prefix that a file lies in, by its name alone: `/home/jo/.wine` for
 * `/home/jo/.wine/drive_c/MicroSIP/microsip.exe`.
 *
 * @param file - a full path of this system
 * @returns nothing for a file outside the drives of prefixes
 */
export function prefixAround(file: string): string | undefined {
  return /^(\/.+?)\/+(?:drive_c|dosdevices\/+[a-z]:)\//u.exec(file)?.[1];
}
