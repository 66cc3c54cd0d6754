import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENSITIVE_CATEGORIES } from '../categories.ts';
import { classifyField, termsIn } from './index.ts';
import { LABELS } from './labels/index.ts';

const categoriesIn = (text: string, language?: string) => [
  ...new Set(termsIn(text, language).map(({ category }) => category)),
];
const strongIn = (text: string) =>
  termsIn(text)
    .filter(({ strength }) => strength === 'strong')
    .map(({ category }) => category);

describe('the lexicon', () => {
  it('has words for every sensitive category', () => {
    expect(LABELS.map(({ category }) => category).sort()).toEqual(Object.keys(SENSITIVE_CATEGORIES).sort());
  });
});

describe('terms in a text', () => {
  it.each([
    ['You told us you are pregnant', 'reproductive'],
    ['Sie sind schwanger und haben Schulden', 'fin_distress'],
    ['vous êtes enceinte', 'reproductive'],
    ['su embarazo', 'reproductive'],
    ['Süleymaniye Mosque', 'religion_belief'],
    ["l'islam en France", 'religion_belief'],
    ['HIV+ support', 'health'],
    ['SCHULDNERBERATUNG', 'fin_distress'],
    ['Zahlungsrueckstand', 'fin_distress'],
  ])('finds %j', (text, category) => {
    expect(strongIn(text)).toContain(category);
  });

  it.each([
    'Christian Dior bags',
    'race car fans',
    'bipolar transistor',
    'depression-era furniture',
    'Gay-Lussac law',
    'Virgin Atlantic',
    'Cancer zodiac sign',
    'the debt ceiling',
    'hearing about your order',
    'sie sucht einen Schuh',
  ])('stays silent on %j', (text) => {
    expect(strongIn(text)).toEqual([]);
  });

  it('reads only the language that is asked for, and names', () => {
    expect(categoriesIn('Schulden', 'en')).toEqual([]);
    expect(categoriesIn('Schulden', 'de-AT')).toEqual(['fin_distress']);
  });

  it('asks for capitals where a word means something else without them', () => {
    expect(strongIn('AIDS')).toEqual(['health']);
    expect(strongIn('visual aids')).toEqual([]);
  });

  it('quotes the text at its place, whatever stands before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (before) => {
        const text = `${before} pregnant women`;
        for (const hit of termsIn(text)) expect(text.slice(hit.start, hit.end)).toBe(hit.term);
        expect(strongIn(text)).toContain('reproductive');
      }),
    );
  });

  it('takes time that grows with the text', () => {
    const timed = (text: string): number => {
      const start = performance.now();
      termsIn(text);
      return performance.now() - start;
    };
    timed('pregnant');
    const words = 'pregnant women in debt over the debt ceiling ';
    const one = Math.min(...[1, 2, 3].map(() => timed(words.repeat(200))));
    const ten = Math.min(...[1, 2, 3].map(() => timed(words.repeat(2_000))));
    expect(ten).toBeLessThan(Math.max(one, 2) * 40);
  });
});

describe('a field', () => {
  it.each([
    ['bankruptcy_score', 'fin_distress'],
    ['pregnancy_score', 'reproductive'],
    ['crm.customers.last_missed_payment', 'fin_distress'],
    ['daysPastDue', 'fin_distress'],
    ['is_bereaved', 'life_event'],
    ['income_band', 'fin_distress'],
    ['credit_score', 'fin_distress'],
    ['gender', 'sex_gender'],
    ['konfession', 'religion_belief'],
    ['gewerkschaft', 'union'],
    ['clinic.visits.visited_at', 'health'],
  ])('%s says something of %s', (name, category) => {
    expect(classifyField(name).sensitive).toContain(category);
  });

  it.each([
    'churn_risk',
    'propensity',
    'lifetime_value',
    'email',
    'shop.orders.last_order_at',
    'race_id',
    'customer_health_score',
    'is_default_flag',
    'loyalty_tier',
    'device_age',
  ])('%s says nothing', (name) => {
    expect(classifyField(name).sensitive).toEqual([]);
  });

  it.each([
    ['postcode', 'race_ethnicity'],
    ['zip', 'race_ethnicity'],
    ['surname', 'national_origin'],
    ['first_name', 'sex_gender'],
    ['preferred_language', 'national_origin'],
    ['device_age', 'age_older'],
    ['tenure_months', 'age_older'],
    ['mosaic_group', 'race_ethnicity'],
    ['birth_date', 'age_minor'],
  ])('%s stands for %s', (name, category) => {
    expect(classifyField(name).proxyFor).toContain(category);
    expect(classifyField(name).sensitive).not.toContain(category);
  });

  it.each([
    ['page_url', "'%/bankruptcy%'", 'fin_distress'],
    ['code', "'E11.9'", 'health'],
    ['diagnosis_code', "'E11'", 'health'],
    ['tag', "'kosher'", 'religion_belief'],
    ['age', '16', 'age_minor'],
    ['age', '65', 'age_older'],
  ])('%s compared with %s says something of %s', (name, value, category) => {
    expect(classifyField(name, null, [value]).sensitive).toContain(category);
  });

  it('reads the key inside a JSON column', () => {
    expect(classifyField('crm.customers.traits', '$.religion').sensitive).toEqual(['religion_belief']);
  });

  it('does not take names of people for belief', () => {
    expect(classifyField('first_name', null, ["'Christian'", "'Faith'"]).sensitive).toEqual([]);
  });

  it('never says of a category both that it is meant and that it is stood for', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 5 }), (name, values) => {
        const { sensitive, proxyFor } = classifyField(name, null, values);
        expect(proxyFor.filter((category) => sensitive.includes(category))).toEqual([]);
      }),
    );
  });
});
