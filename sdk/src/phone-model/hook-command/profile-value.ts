/**
 * What the Windows profile functions return for the text after `=` in an ini file: without outer blanks and one
 * pair of outer quotes, at most 255 characters (facts C.4).
 */
export function profileValue(text: string): string {
  throw new Error(text);
}
