import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  measureLookalikes,
  measureNames,
  measureOwnNames,
  sharedDataIsHere,
} from '../../../../bench/names/measure.ts';
import { isSensitiveCategory } from '../../../kernel/categories.ts';
import { judgeName } from './judge-name.ts';

describe('the name of an audience', () => {
  it.each([
    ['Diabetes mellitus type 2 awareness', 'health'],
    ['Interest > Religion & Spirituality > Sikhism', 'religion_belief'],
    ['Pride Month attendees', 'sex_life_orientation'],
    ['Recently bereaved', 'life_event'],
    ['Payday loan borrowers', 'fin_distress'],
    ['Demographic > Gender > Male', 'sex_gender'],
    ['Household Income > $15,000-$19,999', 'fin_distress'],
    ['Adults 65+', 'age_older'],
    ['Kids 6-12', 'age_minor'],
    ['Alleinerziehende mit Schulden', 'marital_family'],
    ['Femmes enceintes', 'reproductive'],
    ['Veteranos de guerra', 'military'],
    ['is_pregnant_2026', 'reproductive'],
    ['IG Metall members', 'union'],
    ['Problem gamblers', 'addiction'],
  ])('%j is sensitive: %s', (name, category) => {
    const judged = judgeName(name);
    expect(judged.level).toBe('sensitive');
    expect(judged.categories.map((one) => one.category)).toContain(category);
  });

  it.each([
    ['Parenting', 'marital_family'],
    ['Retirement planning', 'age_older'],
    ['Personal loans', 'fin_distress'],
    ["Shopping > Apparel > Women's Clothing > Skirts", 'sex_gender'],
    ['Christmas ornament', 'religion_belief'],
  ])('%j is context: %s', (name, category) => {
    const judged = judgeName(name);
    expect(judged.level).toBe('context');
    expect(judged.categories.map((one) => one.category)).toContain(category);
  });

  it.each([
    'Race car fans',
    'Depression-era furniture',
    'Bipolar transistors',
    'Christian Dior',
    'Household Income > $50000 - $74999',
    'Length of Residence > 1-3 Years in a vehicle club',
    'Age Range > 18-20',
    'News and Politics > Weather',
    "Interest > Books and Literature > Children's Literature",
    'Gun dog',
  ])('%j is none', (name) => {
    expect(judgeName(name).level === 'sensitive').toBe(false);
    expect(judgeName(name).categories.filter(({ confidence }) => confidence > 0.7)).toEqual([]);
  });

  it.each(['', '   ', '—', '***'])('%j is not assessed', (name) => {
    expect(judgeName(name)).toEqual({ assessed: false, level: 'unknown', categories: [] });
  });

  it.each(['Segment 17', 'SEG_004417', 'Cluster 4', 'K42-Q7731', 'Любители кошек'])(
    '%j says nothing to go by',
    (name) => {
      expect(judgeName(name)).toEqual({ assessed: true, level: 'unknown', categories: [] });
    },
  );

  it('says why, surest first', () => {
    const { categories } = judgeName('Women veterans of the army with diabetes');
    expect(categories.every(({ because }) => because.startsWith('“'))).toBe(true);
    const confidences = categories.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });

  it('answers in shape, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { assessed, level, categories } = judgeName(name);
        expect(assessed || level === 'unknown').toBe(true);
        expect(categories.length > 0).toBe(level === 'sensitive' || level === 'context');
        for (const { category, confidence } of categories) {
          expect(isSensitiveCategory(category)).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('finds the right category of nine own names in ten', () => {
    expect(measureOwnNames().rightCategory).toBeGreaterThanOrEqual(0.9);
  });

  it('is not fooled by more than one look-alike in ten', () => {
    const { names, fooled } = measureLookalikes();
    expect(names).toBeGreaterThanOrEqual(60);
    expect(fooled).toBeLessThanOrEqual(0.1);
  });
});

if (!sharedDataIsHere()) console.log('skipped 1 test: ../shared/data/segments is not here');
describe.skipIf(!sharedDataIsHere())('on the shared names', () => {
  it('keeps the floors of bench/names', () => {
    const { visible, removed, topics } = measureNames();
    expect(visible.rightCategory).toBeGreaterThanOrEqual(0.95);
    expect(visible.noneCalledSensitive).toBeLessThanOrEqual(0.01);
    expect(removed.flagged).toBeGreaterThanOrEqual(0.9);
    expect(topics.calledSensitive).toBeLessThanOrEqual(0.01);
  });
});
