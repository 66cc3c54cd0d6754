import type { WordingRule } from '../rule.ts';
import { confusion } from './confusion.ts';
import {
  everydayConfusion,
  everydayForcedAction,
  everydayHiddenCost,
  everydayObstruction,
} from './everyday-choice.ts';
import { everydayFear } from './everyday-fear.ts';
import { everydayGuilt } from './everyday-guilt.ts';
import { everydayMisleading, everydayNagging } from './everyday-promises.ts';
import { everydayScarcity } from './everyday-scarcity.ts';
import { everydayShame } from './everyday-shame.ts';
import { everydaySocial } from './everyday-social.ts';
import { everydayUrgency } from './everyday-urgency.ts';
import { falseUrgency } from './false-urgency.ts';
import { fear } from './fear.ts';
import { forcedAction } from './forced-action.ts';
import { guilt } from './guilt.ts';
import { hiddenCost } from './hidden-cost.ts';
import { misleadingClaim } from './misleading-claim.ts';
import { nagging } from './nagging.ts';
import { obstruction } from './obstruction.ts';
import { scarcity } from './scarcity.ts';
import { shame } from './shame.ts';
import { socialPressure } from './social-pressure.ts';

/** Every technique rule there is; order means nothing. */
export const WORDING_RULES: readonly WordingRule[] = [
  ...confusion,
  ...falseUrgency,
  ...fear,
  ...forcedAction,
  ...guilt,
  ...hiddenCost,
  ...misleadingClaim,
  ...nagging,
  ...obstruction,
  ...scarcity,
  ...shame,
  ...socialPressure,
  ...everydayUrgency,
  ...everydayScarcity,
  ...everydaySocial,
  ...everydayFear,
  ...everydayShame,
  ...everydayGuilt,
  ...everydayConfusion,
  ...everydayForcedAction,
  ...everydayObstruction,
  ...everydayHiddenCost,
  ...everydayMisleading,
  ...everydayNagging,
];
