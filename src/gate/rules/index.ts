import type { Rule } from '../rule.ts';
import { ageRule } from './age.ts';
import { choicesRule } from './choices.ts';
import { claimsRule } from './claims.ts';
import { clearanceRule } from './clearance.ts';
import { contactCapRule } from './contact-cap.ts';
import { contentRule } from './content.ts';
import { placeRule } from './place.ts';
import { protectionRule } from './protection.ts';
import { quietHoursRule } from './quiet-hours.ts';
import { runningRule } from './running.ts';
import { suppressionRule } from './suppression.ts';

/** All rules. Their order changes nothing. */
export const ALL_RULES: readonly Rule[] = [
  clearanceRule,
  contentRule,
  claimsRule,
  runningRule,
  choicesRule,
  suppressionRule,
  ageRule,
  placeRule,
  quietHoursRule,
  contactCapRule,
  protectionRule,
];
