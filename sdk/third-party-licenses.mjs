import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of the packages that were bundled; they ask to be kept with the code.
 *
 * @param {string} folder what the inputs are relative to
 * @param {readonly string[]} inputs of esbuild's metafile
 */
export function thirdPartyLicenses(folder, inputs) {
  const packages = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(file) ?? []);
  return [...new Set(packages)]
    .sort()
    .map((place) => {
      const bundled = path.join(folder, place);
      const { name, version, license } = JSON.parse(readFileSync(path.join(bundled, 'package.json'), 'utf8'));
      const text = readdirSync(bundled).find((file) => /^licen[cs]e/iu.test(file));
      const terms = text === undefined ? '' : readFileSync(path.join(bundled, text), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${terms}`.trim();
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}
