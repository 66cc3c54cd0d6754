import { coversJurisdiction, insteadOfJurisdiction } from '../../kernel/jurisdiction.ts';
import type { Jurisdiction } from '../../kernel/vocabulary.ts';
import { deny } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/**
 * The use was cleared for the law of every place where the person may live. A place that the sender tells comes on top
 * and replaces nothing, since whoever sends could choose it.
 */
export const placeRule: Rule = {
  name: 'place',
  about: 'person',
  prepare(use) {
    if (isEssential(use)) return never;
    const known = new Map<Jurisdiction, boolean>();
    const isCleared = (place: Jurisdiction): boolean => {
      let cleared = known.get(place);
      if (cleared === undefined) {
        cleared = use.jurisdictions.some((law) => coversJurisdiction(law, place));
        if (known.size < MAXIMUM_REMEMBERED) known.set(place, cleared);
      }
      return cleared;
    };
    return ({ person, sending }) => {
      if (person === null) return NOTHING;
      const told = sending.told.jurisdiction;
      if (person.places.length === 0 || (told !== undefined && !isPlace(told))) return UNKNOWN;
      return person.places.every(isCleared) && (told === undefined || isCleared(told))
        ? NOTHING
        : NOT_CLEARED;
    };
  },
};

const MAXIMUM_REMEMBERED = 1_000;
const UNKNOWN = [deny('place-unknown', 'triable')];
const NOT_CLEARED = [deny('place-not-cleared', 'triable')];

export const isPlace = (code: string): boolean => code.length <= 16 && insteadOfJurisdiction(code) === null;
