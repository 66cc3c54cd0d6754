/** How much of what was decided an input decided, from its share of all contributions (thresholds ours). */
export const STRENGTHS = ['decides most', 'strongly', 'noticeably', 'slightly'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One input and what it did to one prediction. */
export interface Reason {
  /** Stable for machines: the feature and where it leads, as `orders_last_year:raises`. */
  readonly code: string;
  readonly feature: string;
  readonly words: string;
  readonly direction: 'raises' | 'lowers';
  readonly strength: Strength;
}

/** What is known of one feature of a model, beside its contribution. */
export interface NamedFeature {
  readonly name: string;
  readonly words: string;
  /** Whether naming it would tell a sensitive category, a vulnerability or a life event of the person. */
  readonly isProtected: boolean;
  /** Whether it stands for such a thing: never suggested as something to change. */
  readonly isProxy: boolean;
}

/** Strongest first. Inputs that contributed nothing give no reason. */
export function reasonsOf(
  features: readonly NamedFeature[],
  contributions: Float64Array,
  which: (feature: NamedFeature) => boolean,
): readonly Reason[] {
  const chosen = features
    .map((feature, index) => ({ feature, contribution: contributions[index]! }))
    .filter(({ feature, contribution }) => which(feature) && contribution !== 0);
  // Only over the chosen: a share of all would tell what the others hold.
  const total = chosen.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
  return chosen
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .map(({ feature, contribution }) => {
      const direction = contribution > 0 ? 'raises' : 'lowers';
      return {
        code: `${feature.name}:${direction}`,
        feature: feature.name,
        words: feature.words,
        direction,
        strength: strengthOf(Math.abs(contribution) / total),
      };
    });
}

const strengthOf = (share: number): Strength =>
  share >= 0.5 ? 'decides most' : share >= 0.2 ? 'strongly' : share >= 0.05 ? 'noticeably' : 'slightly';

/** How sure a prediction is, and why it is not surer. */
export interface Sureness {
  readonly level: 'close' | 'clear' | 'far' | 'unknown';
  readonly because: string;
}

/**
 * How far a prediction lies from where the outcome changes, against all that moved it (shares ours): nothing of how often
 * the model is right, which only outcomes can show.
 */
export function surenessOf(
  margin: number,
  threshold: number | null,
  contributions: Float64Array,
  missing: number,
): Sureness {
  if (threshold === null)
    return {
      level: 'unknown',
      because: 'the card states no threshold, so nobody can tell how close the outcome was',
    };
  if (missing > 0 && missing * 4 >= contributions.length)
    return { level: 'unknown', because: `${missing} of ${contributions.length} inputs were missing` };
  const moved = contributions.reduce((sum, one) => sum + Math.abs(one), 0);
  const distance = Math.abs(margin - threshold);
  const share = distance === 0 ? 0 : distance / moved;
  if (share < 0.1)
    return { level: 'close', because: 'it lies close to the threshold: little would have turned it' };
  return share < 0.5
    ? { level: 'clear', because: 'it lies clearly on one side of the threshold' }
    : { level: 'far', because: 'it lies far from the threshold' };
}
