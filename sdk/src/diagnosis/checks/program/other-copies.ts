import type { CopyFacts } from '../../snapshot/neighbourhood.ts';
import type { PhoneFacts } from '../../snapshot/phone-snapshot.ts';

/** The copies of MicroSIP besides the one that is looked at; the same path in another prefix of Wine is another copy. */
export function otherCopies({ copies, executable, prefix }: PhoneFacts): readonly CopyFacts[] | 'unknown' {
  if (copies === 'unknown') return 'unknown';
  return copies.filter(
    (copy) => copy.executable.toLowerCase() !== executable.toLowerCase() || copy.prefix !== prefix,
  );
}
