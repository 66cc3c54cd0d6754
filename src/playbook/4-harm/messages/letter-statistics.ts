import type { eld } from 'eld/extrasmall';
import { onDemand } from './load-on-demand.ts';

/** The letter statistics of some sixty languages; they take a tenth of a second to load, so most texts do without. */
export const letterStatistics: () => typeof eld = (() => {
  const load = onDemand<{ readonly eld: typeof eld }>('eld', 'src/entries/static.extrasmall.js');
  return () => load().eld;
})();
