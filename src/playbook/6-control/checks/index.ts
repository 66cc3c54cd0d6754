import ctlCancelParity from './ctl-cancel-parity/check.ts';
import ctlGranular from './ctl-granular/check.ts';
import ctlNoReprompt from './ctl-no-reprompt/check.ts';
import ctlOneclick from './ctl-oneclick/check.ts';
import ctlWhy from './ctl-why/check.ts';
import ctlWithdrawParity from './ctl-withdraw-parity/check.ts';

export const checks = [
  ctlCancelParity,
  ctlGranular,
  ctlNoReprompt,
  ctlOneclick,
  ctlWhy,
  ctlWithdrawParity,
] as const;
