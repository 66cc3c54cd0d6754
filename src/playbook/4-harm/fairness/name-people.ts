import type { DecisionCounts } from '../../../check/facts/decisions.ts';

/** People of a group as a finding names them: `sex “f” and age_band “60+”`. */
export const namePeople = (by: DecisionCounts['groups'][number]['by']): string =>
  Object.entries(by)
    .map(([name, value]) => `${name} “${value ?? 'not known'}”`)
    .join(' and ');

/** A pointer as people find it in a card: `scores[0]`. */
export const placeInCard = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');

/** What checks of anything but selection say of attributes in a vault. */
export const ONLY_SELECTION =
  'over a vault only selection is compared, since an amount could be made up for one person';
