import autoClass from './auto-class/check.ts';
import autoContest from './auto-contest/check.ts';
import autoExplained from './auto-explained/check.ts';
import autoLog from './auto-log/check.ts';
import autoPrenotice from './auto-prenotice/check.ts';
import autoReviewRecord from './auto-review-record/check.ts';
import autoStop from './auto-stop/check.ts';
import nbaObjective from './nba-objective/check.ts';
import supLowValue from './sup-low-value/check.ts';
import supNoEssential from './sup-no-essential/check.ts';
import supReasonExpiry from './sup-reason-expiry/check.ts';

export const checks = [
  autoClass,
  autoContest,
  autoExplained,
  autoLog,
  autoPrenotice,
  autoReviewRecord,
  autoStop,
  nbaObjective,
  supLowValue,
  supNoEssential,
  supReasonExpiry,
] as const;
