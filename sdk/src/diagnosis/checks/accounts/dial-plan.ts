import { settingOf } from '../../../catalogue/settings.ts';
import { accountCheck } from '../../check.ts';

export const dialPlan = accountCheck({
  code: 'dial-plan',
  severity: 'warning',
  title: 'A dial plan rewrites and refuses numbers',
  remedy:
    'Empty it, and let the server rewrite numbers: `microsip settings unset dialPlan --account <number> --restart`.',
  facts: 'A.7',
  examineAccount: ({ dialPlan: plan, loads, number }) =>
    loads && plan !== ''
      ? {
          detail: `Account ${number} has the dial plan \`${plan}\`. ${settingOf('AccountN', 'dialPlan')?.traps[0]?.text ?? ''}`,
        }
      : undefined,
});
