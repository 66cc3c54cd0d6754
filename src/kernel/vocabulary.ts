/** The closed word lists of the product. One word for one thing: GLOSSARY.md explains each. */

export const USE_KINDS = [
  'campaign',
  'journey',
  'audience',
  'offer',
  'pricing',
  'score',
  'eligibility',
  'suppression',
  'recommendation',
  'next-best-action',
  'assistant',
  'outreach',
  'enrichment',
  'identity',
  'service-routing',
] as const;
export type UseKind = (typeof USE_KINDS)[number];

export const CHANNELS = [
  'email',
  'sms',
  'push',
  'in-app',
  'web',
  'landing',
  'prompt',
  'ad',
  'post',
  'phone',
  'chat',
  'sales-email',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const INTENTS = ['sell', 'retain', 'collect', 'inform', 'support', 'protect'] as const;
export type Intent = (typeof INTENTS)[number];

export const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-task',
  'legitimate-interest',
] as const;
export type Basis = (typeof BASES)[number];

export const ORIGINS = ['provided', 'observed', 'derived', 'inferred', 'third-party', 'public'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The seven practices of the playbook, by number. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const STEP_TITLES: Record<Step, string> = {
  1: 'boundaries',
  2: 'data map',
  3: 'high-risk segments',
  4: 'manipulation and bias',
  5: 'human oversight',
  6: 'customer control',
  7: 'outcomes',
};

export const RISK_PATTERNS = [
  'manipulative-personalization',
  'vulnerability-targeting',
  'discriminatory-exclusion',
  'opaque-automation',
  'data-overreach',
] as const;
export type RiskPattern = (typeof RISK_PATTERNS)[number];

/** What may follow a send and speaks of harm, in the words of the field. */
export const INDICATORS = [
  'complaint',
  'opt-out',
  'bounce',
  'refund',
  'cancellation',
  'return',
  'chargeback',
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What a message does to the person who reads it (detection.md). */
export const TECHNIQUES = [
  'false-urgency',
  'scarcity',
  'social-pressure',
  'fear',
  'shame',
  'guilt',
  'confusion',
  'forced-action',
  'obstruction',
  'hidden-cost',
  'misleading-claim',
  'nagging',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** Reserved for law in scope: `eu`, `uk`, `us`, or a state as `us-ca`. */
export type Jurisdiction = string;
