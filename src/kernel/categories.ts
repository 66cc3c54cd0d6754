/**
 * Sensitive categories of data about a person, and what each is in law and in our policy.
 * Codes are ours; sources are listed in docs/categories.md. We label data and uses, never people.
 */
export const SENSITIVE_CATEGORIES = {
  race_ethnicity: { title: 'race, colour or ethnic origin', special: true, vulnerability: false },
  national_origin: { title: 'national origin', special: true, vulnerability: false },
  citizenship_immigration: { title: 'citizenship or migrant status', special: true, vulnerability: false },
  religion_belief: { title: 'religious or philosophical belief', special: true, vulnerability: false },
  political: { title: 'political opinion', special: true, vulnerability: false },
  union: { title: 'trade-union membership', special: true, vulnerability: false },
  health: { title: 'physical or mental health', special: true, vulnerability: true },
  reproductive: {
    title: 'pregnancy, contraception, abortion or fertility',
    special: true,
    vulnerability: true,
  },
  disability: { title: 'disability', special: true, vulnerability: true },
  neuro_biometric: { title: 'biometric or neural data', special: true, vulnerability: false },
  genetic: { title: 'genetic data', special: true, vulnerability: false },
  sex_life_orientation: { title: 'sex life or sexual orientation', special: true, vulnerability: false },
  gender_identity: { title: 'gender identity', special: true, vulnerability: false },
  sex_gender: { title: 'sex', special: false, vulnerability: false },
  age_older: { title: 'older age', special: false, vulnerability: true },
  age_minor: { title: 'being a child', special: false, vulnerability: true },
  marital_family: { title: 'marital or family status', special: false, vulnerability: false },
  criminal: { title: 'criminal convictions or offences', special: true, vulnerability: false },
  crime_victim: { title: 'being a victim of crime or abuse', special: true, vulnerability: true },
  gov_id: { title: 'government identifiers', special: true, vulnerability: false },
  account_credentials: { title: 'account log-in or card credentials', special: true, vulnerability: false },
  precise_geo: { title: 'precise location', special: true, vulnerability: false },
  comms_content: { title: 'content of private communications', special: true, vulnerability: false },
  income_assistance: { title: 'income from public assistance', special: false, vulnerability: true },
  fin_distress: { title: 'debt, arrears or low credit', special: false, vulnerability: true },
  life_event: { title: 'a life event such as bereavement or job loss', special: false, vulnerability: true },
  capability: { title: 'low literacy, language or digital skill', special: false, vulnerability: true },
  addiction: { title: 'addiction, gambling or compulsive buying', special: false, vulnerability: true },
  emotion: { title: 'mood, stress or loneliness', special: false, vulnerability: true },
  military: { title: 'military or veteran status', special: false, vulnerability: false },
  protected_rights: { title: 'having used legal or consumer rights', special: false, vulnerability: false },
} as const satisfies Record<string, { title: string; special: boolean; vulnerability: boolean }>;

export type SensitiveCategory = keyof typeof SENSITIVE_CATEGORIES;

export const isSensitiveCategory = (code: string): code is SensitiveCategory =>
  Object.hasOwn(SENSITIVE_CATEGORIES, code);

/** Data that needs an explicit ground: GDPR art. 9 and 10, CPRA sensitive personal information and state lists. */
export const isSpecial = (category: SensitiveCategory): boolean => SENSITIVE_CATEGORIES[category].special;

/** Circumstances in which people are easier to hurt: FCA FG21/1 drivers, AI Act art. 5(1)(b). */
export const isVulnerability = (category: SensitiveCategory): boolean =>
  SENSITIVE_CATEGORIES[category].vulnerability;

export const categoryTitle = (category: SensitiveCategory): string => SENSITIVE_CATEGORIES[category].title;
