/** What a registered command line runs. */
export interface CommandProgram {
  /** The program; nothing where there is none to be seen. */
  readonly executable: string | undefined;
  /** What else Windows might take for the program, first, because the path has blanks and no quotation marks. */
  readonly mistakable: readonly string[];
  /** How the link is handed over. */
  readonly link: 'quoted' | 'bare' | 'missing';
}

/** Longer ones cannot be started, and say nothing to a reader. */
const longestCommandLine = 32_767;

/** Takes a registered command line apart. Windows knows no escape in the program's name. */
export function commandProgram(commandLine: string): CommandProgram {
  if (commandLine.length > longestCommandLine)
    return { executable: undefined, mistakable: [], link: 'missing' };
  const text = commandLine.trimStart();
  const [whole, quoted] = /^"([^"]*)"?/u.exec(text) ?? [];
  if (quoted !== undefined) {
    return {
      executable: quoted === '' ? undefined : quoted,
      mistakable: [],
      link: linkIn(text.slice((whole ?? '').length)),
    };
  }
  // Up to the first name that ends as programs do; where none does, up to the first blank.
  const [bare = ''] = /^.*?\.(?:exe|com|bat|cmd|scr)(?=[\s"]|$)/iu.exec(text) ?? /^\S*/u.exec(text) ?? [];
  const names = bare.split(' ');
  return {
    executable: bare === '' ? undefined : bare,
    mistakable: names.slice(1).map((_, index) => `${names.slice(0, index + 1).join(' ')}.exe`),
    link: linkIn(text.slice(bare.length)),
  };
}

/** `%1` and `%L` are the link. */
function linkIn(rest: string): CommandProgram['link'] {
  let isQuoted = false;
  let link: CommandProgram['link'] = 'missing';
  for (const [piece] of rest.matchAll(/"|%%|%[1l]/giu)) {
    if (piece === '"') isQuoted = !isQuoted;
    else if (piece !== '%%') {
      if (!isQuoted) return 'bare';
      link = 'quoted';
    }
  }
  return link;
}
