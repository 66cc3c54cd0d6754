import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DATA_CATEGORIES,
  DATA_USES,
  type DataCategory,
  type DataUse,
  dpvPersonalDataOf,
  dpvPurposeOf,
  isDataCategory,
  isDataUse,
  isUnder,
  parentOf,
  relation,
  sensitiveOfCategory,
} from './index.ts';

const uses = Object.keys(DATA_USES) as DataUse[];
const categories = Object.keys(DATA_CATEGORIES) as DataCategory[];

describe('the trees', () => {
  it('hold every parent of every key', () => {
    expect(uses.filter((key) => parentOf(key) !== null && !isDataUse(parentOf(key)!))).toEqual([]);
    expect(categories.filter((key) => parentOf(key) !== null && !isDataCategory(parentOf(key)!))).toEqual([]);
  });

  it('know their own keys only', () => {
    expect(isDataUse('marketing.communications.email')).toBe(true);
    expect(isDataCategory('user.contact.email')).toBe(true);
    for (const word of [
      '',
      'marketing.',
      'Marketing',
      'marketing.communications.fax',
      'toString',
      '__proto__',
    ]) {
      expect(isDataUse(word), word).toBe(false);
      expect(isDataCategory(word), word).toBe(false);
    }
  });
});

describe('relation', () => {
  it.each([
    ['marketing', 'marketing', 'same'],
    ['marketing.communications.email', 'marketing', 'narrower'],
    ['marketing', 'marketing.communications.email', 'broader'],
    ['marketing.communications.email', 'marketing.communications.sms', 'sibling'],
    ['essential.service.operations.support', 'essential.service.operations.improve', 'sibling'],
    ['essential.service.notifications.email', 'marketing.communications.email', 'unrelated'],
    ['marketing.advertising.first_party.contextual', 'marketing.advertising.profiling', 'unrelated'],
    ['marketing', 'essential', 'unrelated'],
    ['marketing.advertising', 'marketing.advert', 'sibling'],
    ['personalized', 'personalize', 'unrelated'],
  ])('of %s to %s is %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
  });

  it('turns round when its sides are swapped', () => {
    const turned = {
      same: 'same',
      narrower: 'broader',
      broader: 'narrower',
      sibling: 'sibling',
      unrelated: 'unrelated',
    };
    const key = fc
      .array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('.'));
    fc.assert(fc.property(key, key, (a, b) => relation(b, a) === turned[relation(a, b)]));
  });

  it('counts a key as under itself and under every key above it', () => {
    expect(isUnder('user.health', 'user.health')).toBe(true);
    expect(isUnder('user.health_and_medical.genetic', 'user')).toBe(true);
    expect(isUnder('user.health_and_medical', 'user.health')).toBe(false);
    expect(isUnder('user', 'user.contact')).toBe(false);
  });
});

describe('sensitive categories of a data category', () => {
  it.each([
    ['user.health_and_medical', ['health']],
    ['user.health_and_medical.genetic', ['genetic', 'health']],
    ['user.health_and_medical.record_id', ['health']],
    ['user.health_and_medical.own_key_of_a_company', ['health']],
    ['user.biometric.health', ['health', 'neuro_biometric']],
    ['user.biometric.voice', ['neuro_biometric']],
    ['user.government_id.immigration', ['citizenship_immigration', 'gov_id']],
    ['user.location.precise', ['precise_geo']],
    ['user.location.imprecise', []],
    ['user.financial', []],
    ['user.financial.credit_card', ['account_credentials']],
    ['user.demographic', []],
    ['user.demographic.race_ethnicity', ['race_ethnicity']],
    ['user.demographic.date_of_birth', []],
    ['user.contact.email', []],
    ['user.health_and_medically', []],
    ['', []],
  ])('%s: %j', (key, expected) => {
    expect(sensitiveOfCategory(key)).toEqual(expected);
  });

  it('never lose one on the way down', () => {
    for (const key of categories) {
      const parent = parentOf(key);
      if (parent !== null)
        expect(sensitiveOfCategory(key)).toEqual(expect.arrayContaining([...sensitiveOfCategory(parent)]));
    }
  });
});

describe('DPV', () => {
  it('gives the nearest match going up', () => {
    expect(dpvPurposeOf('marketing.communications.sms')).toBe('dpv:DirectMarketing');
    expect(dpvPurposeOf('train_ai_system')).toBeNull();
    expect(dpvPersonalDataOf('user.name.first')).toBe('dpv-pd:Name');
    expect(dpvPersonalDataOf('system.operations')).toBeNull();
  });
});

const published = new URL('../../../../shared/data/taxonomy/', import.meta.url);

describe.skipIf(!existsSync(published))('beside the published lists', () => {
  const read = (file: string): string => readFileSync(new URL(file, published), 'utf8');
  const keys = (file: string): string[] =>
    read(file)
      .split(/\r?\n/)
      .slice(2)
      .map((line) => line.split(',')[0]!)
      .filter((key) => key !== '')
      .sort();

  it('has exactly their keys', () => {
    expect([...uses].sort()).toEqual(keys('fideslang-data_uses.csv'));
    expect([...categories].sort()).toEqual(keys('fideslang-data_categories.csv'));
  });

  it.each([
    ['dpv:', 'https://w3id.org/dpv#', 'dpv-purposes.csv', Object.values(DATA_USES)],
    ['dpv-pd:', 'https://w3id.org/dpv/pd#', 'dpv-personal-data.csv', Object.values(DATA_CATEGORIES)],
  ])('names %s terms that exist', (prefix, namespace, file, rows) => {
    const text = read(file);
    const named = rows.flatMap(({ dpv }) => (dpv === null ? [] : [dpv]));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((id) => !text.includes(`"${id.replace(prefix, namespace)}"`))).toEqual([]);
  });
});
