import { phoneCheck } from '../../check.ts';
import { otherCopies } from './other-copies.ts';

export const severalCopies = phoneCheck({
  code: 'several-copies',
  severity: 'note',
  title: 'There are several copies of MicroSIP',
  remedy: 'Name another one with `--exe`; `microsip installations` lists them all.',
  facts: 'D.1',
  examine: (phone) => {
    const others = otherCopies(phone);
    if (others === 'unknown') return 'unknown';
    if (others.length === 0) return undefined;
    const listed = others.map(
      ({ executable, portable }) => `${executable} (${portable ? 'portable' : 'installed'})`,
    );
    return {
      detail: `Commands go to ${phone.executable}. There are also ${listed.join(', ')}, with settings, history and log of their own.`,
    };
  },
});
