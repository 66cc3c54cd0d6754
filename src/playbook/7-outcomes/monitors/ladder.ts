/** What an alarm does: tells people, opens a review, or pauses what is sent. */
export const ACTIONS = ['warn', 'review', 'pause'] as const;
export type AlarmAction = (typeof ACTIONS)[number];

/**
 * What each step promises: of a warning and a pause the chance that it ever comes without harm, of a review the share of
 * false ones among all.
 */
export const ALPHAS: Readonly<Record<AlarmAction, number>> = { warn: 0.05, review: 0.05, pause: 0.001 };

/** From these e-values on (ours): 1/alpha, by Ville's inequality. The review is decided over all streams together. */
export const WARN_AT = Math.log(1 / ALPHAS.warn);
export const PAUSE_AT = Math.log(1 / ALPHAS.pause);

/** The step of the ladder that an e-value has reached; `isDiscovery` is the word of `eBenjaminiHochberg`. */
export function actionFor(logEValue: number, isDiscovery: boolean): AlarmAction | null {
  if (logEValue >= PAUSE_AT) return 'pause';
  if (isDiscovery) return 'review';
  return logEValue >= WARN_AT ? 'warn' : null;
}
