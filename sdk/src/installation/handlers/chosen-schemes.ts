import { markedText } from '../../catalogue/provenance.ts';
import { schemeNamed, schemes } from '../../catalogue/schemes.ts';
import type { SchemeName } from '../../catalogue/scheme.ts';
import { newestVerifiedVersion, supportIn } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** The schemes that MicroSIP's installer registers. */
const installedSchemes = schemes.filter(
  ({ registeredByInstaller }) => supportIn(registeredByInstaller, newestVerifiedVersion).support === 'yes',
);

/** The schemes that are looked at: those that were named, else all that concern MicroSIP. */
export function schemesToAsk(named: readonly SchemeName[] | undefined): readonly SchemeName[] {
  return named === undefined ? schemes.map(({ scheme }) => scheme) : [...new Set(named)];
}

/**
 * The schemes to register: those that were named, else those that MicroSIP's installer registers and this version
 * understands.
 *
 * @throws MicroSipError `UNSUPPORTED` for a named scheme whose links this version would dial as they are
 */
export function schemesToRegister(
  named: readonly SchemeName[] | undefined,
  version = newestVerifiedVersion as string,
): readonly SchemeName[] {
  if (named === undefined) {
    return installedSchemes.map(({ scheme }) => scheme).filter((scheme) => understands(scheme, version));
  }
  const strange = named.find((scheme) => !understands(scheme, version));
  if (strange === undefined) return [...new Set(named)];
  throw new MicroSipError(
    'UNSUPPORTED',
    `MicroSIP ${version} does not understand ${strange}: links. ${schemeNamed(strange).traps[0]?.text ?? schemeNamed(strange).effect} Leave it out.`,
  );
}

/** Whether links of a scheme do in this version what they say. */
function understands(scheme: SchemeName, version: string): boolean {
  // Its links are commands, which are looked for before any scheme is stripped (facts A.3).
  if (scheme === 'msip') return true;
  return supportIn(schemeNamed(scheme).stripped, version).support !== 'no';
}

/** What links of a scheme can do to MicroSIP beyond dialling, in sentences. */
export function dangersOf(chosen: readonly SchemeName[]): readonly string[] {
  const commandsInLinks = schemeNamed('tel').traps.find(({ facts }) => facts === 'A.11');
  return [
    ...(commandsInLinks === undefined || chosen.length === 0 ? [] : [markedText(commandsInLinks)]),
    ...(chosen.includes('msip')
      ? ['With msip: registered, any web page can offer links that command the phone, such as msip:hold.']
      : []),
  ];
}
