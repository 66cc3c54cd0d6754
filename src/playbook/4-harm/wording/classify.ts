import type { RuleMatch } from './match-rules.ts';

/** Share of texts with a rule that show a pattern, and of texts without one that do, as measured in bench/wording. */
const WITH_RULE = 0.98;
const WITHOUT_RULE = 0.05;

/** How likely a text shows a persuasion pattern, in [0, 1]. */
export const scoreOf = (matches: readonly RuleMatch[]): number =>
  matches.length > 0 ? WITH_RULE : WITHOUT_RULE;

/** A text is manipulative from this score on. */
export const THRESHOLD = 0.5;
