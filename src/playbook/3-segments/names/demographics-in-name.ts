import type { SensitiveCategory } from '../../../kernel/categories.ts';

/** A number, or the end of a path as `Gender > Male`, that parts people by a trait. */
export interface DemographicHit {
  readonly category: SensitiveCategory;
  readonly words: string;
  readonly strong: boolean;
}

/** Yearly household income below which a name speaks of poverty, in units of a western currency. */
const LOW_INCOME = 30_000;
const LOW_HOME_VALUE = 100_000;
const OLDER = 60;
const ADULT = 18;

const AMOUNT =
  /(under|below|less than|up to|unter|moins de|menos de|<)?\s*[$€£]?\s?(\d{1,3}(?:[,.]\d{3})+|\d+)\s?(k\b)?(?:\s?(?:-|–|to|bis|à|a)\s?[$€£]?\s?(\d{1,3}(?:[,.]\d{3})+|\d+)\s?(k\b)?)?(\s?\+)?/giu;
const AGE =
  /\b(?:(over|under|above|below|unter|über|plus de|moins de|mayores de|menores de)[\s-]+)?(\d{1,2})(?:\s?(?:-|–|to|bis|à|a)\s?(\d{1,2}))?\s?(\+|plus\b|and (?:over|older|up|above)|or older|years? and older)?/giu;

const SPEAKS_OF_AGE =
  /\bage[ds]?\b|adults?|people|men\b|women|females?|males?|year|jahre|\bans\b|años|over|under|über|unter|plus de|mayores|menores|kids|children|boys|girls|customers|shoppers|parents of/i;
const SEX =
  /\b(?:gender|sex|geschlecht|sexe|sexo|g[eé]nero)\b[\s>|:=/-]+((?:fe)?males?|(?:wo)?men|weiblich|männlich|féminin|masculin|femenino|masculino)\b/iu;
/** Years of something else than life. */
const NO_AGE = /residence|tenure|experience|ownership|owned|vehicle|\bcars?\b|warranty|history|centur|ago/i;

/** Sexes, incomes, home values and ages in a name: `Gender > Male`, `Household Income > $15,000-$19,999`, `Adults 65+`. */
export function demographicsIn(name: string): readonly DemographicHit[] {
  const hits: DemographicHit[] = [];
  const sex = SEX.exec(name);
  if (sex !== null) hits.push({ category: 'sex_gender', words: sex[0], strong: true });
  if (/income|affluence|earning|net worth|salary|einkommen|revenu|ingresos/i.test(name))
    hits.push(...amounts(name, LOW_INCOME, true));
  else if (/home value|property value|house value/i.test(name))
    hits.push(...amounts(name, LOW_HOME_VALUE, false));
  else if (SPEAKS_OF_AGE.test(name) && !NO_AGE.test(name)) hits.push(...ages(name));
  return hits;
}

function amounts(name: string, low: number, strong: boolean): DemographicHit[] {
  return [...name.matchAll(AMOUNT)].flatMap(([words, below, first, firstK, second, secondK, open]) => {
    const upper = second === undefined ? amount(first!, firstK) : amount(second, secondK ?? firstK);
    const lowest = open === undefined && upper <= low && (upper >= 1_000 || second !== undefined);
    const isBound = below !== undefined || second !== undefined;
    return lowest && isBound ? [{ category: 'fin_distress' as const, words: words.trim(), strong }] : [];
  });
}

const amount = (digits: string, thousands: string | undefined): number =>
  Number(digits.replace(/[,.]/g, '')) * (thousands === undefined ? 1 : 1_000);

function ages(name: string): DemographicHit[] {
  return [...name.matchAll(AGE)].flatMap(([words, side, first, second, open]): DemographicHit[] => {
    const from = Number(first);
    const to = second === undefined ? from : Number(second);
    const isUnder = /under|below|unter|moins|menores/i.test(side ?? '');
    const isOver = open !== undefined || /over|above|über|plus|mayores/i.test(side ?? '');
    const isAge = isUnder || isOver || second !== undefined || /\bage[ds]?\b/i.test(name);
    if (!isAge) return [];
    if (isUnder ? from <= ADULT && from >= 2 : !isOver && to < ADULT && to >= 1)
      return [{ category: 'age_minor', words: words.trim(), strong: true }];
    if (!isUnder && from >= OLDER) return [{ category: 'age_older', words: words.trim(), strong: true }];
    return [];
  });
}
