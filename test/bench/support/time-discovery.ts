// Finds MicroSIP in a new process, and prints how long it took: time-discovery.ts SDK
import { pathToFileURL } from 'node:url';

const [, , entry = ''] = process.argv;
const { findInstallation } = (await import(pathToFileURL(entry).href)) as {
  findInstallation: () => Promise<unknown>;
};

async function search(): Promise<number> {
  const start = performance.now();
  await findInstallation();
  return performance.now() - start;
}

const coldMs = await search();
const cachedMs: number[] = [];
for (let round = 0; round < 20; round++) cachedMs.push(await search());
console.log(JSON.stringify({ coldMs, cachedMs }));
