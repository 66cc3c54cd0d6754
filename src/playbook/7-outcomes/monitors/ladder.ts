/** What an alarm does: tells people, opens a review, or pauses what is sent. */
export const ACTIONS = ['warn', 'review', 'pause'] as const;
export type AlarmAction = (typeof ACTIONS)[number];

/** From these e-values on (statistics.md B; ours). The review is decided over all streams together. */
export const WARN_AT = Math.log(20);
export const PAUSE_AT = Math.log(1000);

/** The chance of a false pause that a threshold promises, over all time: 1/e-value (Ville 1939). */
export const alphaOf = (action: Exclude<AlarmAction, 'review'>): number =>
  Math.exp(-(action === 'pause' ? PAUSE_AT : WARN_AT));

/** The step of the ladder that an e-value has reached; `isDiscovery` is the word of `eBenjaminiHochberg`. */
export function actionFor(logEValue: number, isDiscovery: boolean): AlarmAction | null {
  if (logEValue >= PAUSE_AT) return 'pause';
  if (isDiscovery) return 'review';
  return logEValue >= WARN_AT ? 'warn' : null;
}
