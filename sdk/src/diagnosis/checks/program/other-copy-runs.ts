import { phoneCheck } from '../../check.ts';
import { otherCopies } from './other-copies.ts';

export const otherCopyRuns = phoneCheck({
  code: 'other-copy-runs',
  severity: 'warning',
  title: 'Another copy of MicroSIP runs than this one',
  remedy: 'Name the one that is meant with `--exe`, such as `--exe "<program>"`, or end the other one.',
  facts: 'B',
  examine: (phone) => {
    const others = otherCopies(phone);
    if (others === 'unknown' || phone.processes === 'unknown') return 'unknown';
    const running = others.filter(({ running: runs }) => runs === true);
    if (running.length === 0 || phone.processes.length > 0) return undefined;
    const [{ executable: first } = { executable: '' }] = running;
    return {
      detail: `This is ${phone.executable}, which does not run; ${running.map(({ executable }) => executable).join(', ')} does. A command starts this one beside it, and both register the account if it is the same.`,
      named: { program: first },
    };
  },
});
