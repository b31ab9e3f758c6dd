import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { commands, hooks, schemes } from 'microsip-sdk/catalogue';
import { knownFindings } from 'microsip-sdk/diagnosis';

import { commandLinePage } from './command-line-page.mts';
import { doctorPage } from './doctor-page.mts';
import { eventHooksPage } from './event-hooks-page.mts';
import { urlSchemesPage } from './url-schemes-page.mts';

/** Writes the pages that are made from the catalogue into an otherwise empty folder. */
export async function writeReference(folder: string): Promise<void> {
  const pages = {
    'command-line.md': commandLinePage(commands),
    'url-schemes.md': urlSchemesPage(schemes),
    'event-hooks.md': eventHooksPage(hooks),
    'doctor.md': doctorPage(knownFindings),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(pages).map(([name, content]) => writeFile(path.join(folder, name), content)),
  );
}
