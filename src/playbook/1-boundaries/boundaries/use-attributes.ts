import { SENSITIVE_CATEGORIES } from '../../../kernel/categories.ts';
import { BASES, CHANNELS, INTENTS, ORIGINS, USE_KINDS } from '../../../kernel/vocabulary.ts';

/** What a boundary can ask about a use. */
export interface UseAttribute {
  readonly type: 'String' | 'Set<String>' | 'Bool';
  readonly says: string;
  /** The words that can stand there; a comparison with another word could never match. */
  readonly words?: readonly string[];
  /** `purpose` and `category` are words of a taxonomy. */
  readonly taxonomy?: 'purpose' | 'category';
  /** Which reading it rests on; without that reading the answer is not known. */
  readonly from?: 'audience' | 'content';
}

/** Stands where the card does not say, so that a boundary with `unless` holds rather than falls silent. */
export const UNDECLARED = 'undeclared';

const SENSITIVE = Object.keys(SENSITIVE_CATEGORIES);

/** The vocabulary of boundaries: the Cedar schema, its documentation and the check of literals are made from it. */
export const USE_ATTRIBUTES = {
  kind: { type: 'String', says: 'kind of the use', words: USE_KINDS },
  owner: { type: 'String', says: 'owner on the card' },
  approver: { type: 'String', says: 'approver on the card' },
  purpose: { type: 'String', says: 'purpose on the card', taxonomy: 'purpose' },
  purposes: { type: 'Set<String>', says: 'the purpose and every purpose above it', taxonomy: 'purpose' },
  basis: { type: 'String', says: 'legal basis on the card', words: [...BASES, UNDECLARED] },
  intent: { type: 'String', says: 'intent on the card', words: [...INTENTS, UNDECLARED] },
  seenIntents: {
    type: 'Set<String>',
    says: 'intents that fit what the messages do',
    words: INTENTS,
    from: 'content',
  },
  sells: { type: 'Bool', says: 'the card or the messages sell', from: 'content' },
  channels: { type: 'Set<String>', says: 'channels on the card', words: CHANNELS },
  jurisdictions: { type: 'Set<String>', says: 'jurisdictions, as us-ca, with the wider ones, as us' },
  themes: { type: 'Set<String>', says: 'themes on the card' },
  decision: {
    type: 'String',
    says: 'weight of the automated decision',
    words: ['none', 'notable', 'significant', UNDECLARED],
  },
  expansion: {
    type: 'String',
    says: 'whether an ad platform widens the audience',
    words: ['off', 'on', 'unknown', UNDECLARED],
  },
  categories: {
    type: 'Set<String>',
    says: 'sensitive categories that decide who is reached, left out or ranked',
    words: SENSITIVE,
    from: 'audience',
  },
  selectedBy: {
    type: 'Set<String>',
    says: 'sensitive categories by which people are picked or ranked',
    words: SENSITIVE,
    from: 'audience',
  },
  excludedBy: {
    type: 'Set<String>',
    says: 'sensitive categories by which people are left out',
    words: SENSITIVE,
    from: 'audience',
  },
  proxies: {
    type: 'Set<String>',
    says: 'sensitive categories of which a deciding field is a proxy',
    words: SENSITIVE,
    from: 'audience',
  },
  usedCategories: {
    type: 'Set<String>',
    says: 'sensitive categories of every field used, shown ones too',
    words: SENSITIVE,
    from: 'audience',
  },
  special: { type: 'Bool', says: 'people are picked or ranked by special data', from: 'audience' },
  vulnerable: {
    type: 'Bool',
    says: 'people are picked or ranked by a sign of vulnerability',
    from: 'audience',
  },
  minors: { type: 'Bool', says: 'children are picked', from: 'audience' },
  fields: { type: 'Set<String>', says: 'every data map field used', from: 'audience' },
  fieldCategories: {
    type: 'Set<String>',
    says: 'data categories of the fields used, with the wider ones',
    taxonomy: 'category',
    from: 'audience',
  },
  origins: { type: 'Set<String>', says: 'origins of the fields used', words: ORIGINS, from: 'audience' },
  systems: { type: 'Set<String>', says: 'systems that may act on the fields used', from: 'audience' },
  suppliers: { type: 'Set<String>', says: 'suppliers on the card' },
  records: { type: 'Set<String>', says: 'records on the card', words: ['lia', 'dpia', 'duty'] },
  askedFor: { type: 'Bool', says: 'people gave the sensitive data for this', from: 'audience' },
  owed: { type: 'Bool', says: 'a duty to send is shown', from: 'content' },
  protective: { type: 'Bool', says: 'it supports or protects and sells nothing', from: 'content' },
} as const satisfies Record<string, UseAttribute>;

export type UseAttributeName = keyof typeof USE_ATTRIBUTES;

/** The table for lookups by any name. */
export const useAttribute = (name: string): UseAttribute | undefined =>
  Object.hasOwn(USE_ATTRIBUTES, name) ? USE_ATTRIBUTES[name as UseAttributeName] : undefined;

/** The Cedar schema that boundaries are validated against: may this organisation make this use of customer data? */
export function cedarSchema(): string {
  const attributes = Object.entries(USE_ATTRIBUTES)
    .map(([name, { type, says }]) => `  // ${says}\n  ${name}: ${type},`)
    .join('\n');
  return `entity Organisation;\n\nentity Use {\n${attributes}\n};\n\naction "use" appliesTo {\n  principal: [Organisation],\n  resource: [Use],\n};\n`;
}
