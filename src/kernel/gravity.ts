/** How much a finding weighs. `advise` is information, `review` needs a person, `block` stops the use. */
export const GRAVITIES = ['advise', 'review', 'block'] as const;
export type Gravity = (typeof GRAVITIES)[number];

/** The answer for a use. `allow` means "no finding at review or above", never "approved". */
export const VERDICTS = ['allow', 'review', 'block'] as const;
export type Verdict = (typeof VERDICTS)[number];

const VERDICT_OF: Record<Gravity, Verdict> = { advise: 'allow', review: 'review', block: 'block' };

export const verdictOf = (gravity: Gravity): Verdict => VERDICT_OF[gravity];

/** The stricter of two verdicts; the neutral element is `allow`, so folding any set in any order gives one answer. */
export const stricter = (a: Verdict, b: Verdict): Verdict =>
  VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b;

/** True when `gravity` is at or above `threshold`; nothing reaches `never`. */
export const reaches = (gravity: Gravity, threshold: Gravity | 'never'): boolean =>
  threshold !== 'never' && GRAVITIES.indexOf(gravity) >= GRAVITIES.indexOf(threshold);
