/**
 * Areas in which a decision has a legal or similarly significant effect on a person: GDPR art. 22 with WP251, CCPA ADMT
 * rules §7001(ddd), Colorado SB26-189. Advertising to a consumer alone is none (§7001(ddd)(6)).
 */
const AREAS = {
  credit:
    /\b(?:credit(?:worthiness| limit| line| decision| score)?|loans?|lending|mortgages?|overdrafts?|instal+ments?|pay later|bnpl|kredit\w*|darlehen|ratenzahlung|crédit|prêt|préstamo|hipoteca)\b/iu,
  housing:
    /\b(?:housing|tenants?|tenancy|rent(?:al|ers?)|landlords?|mietwohnung\w*|mieter\w*|logement|vivienda|alquiler)\b/iu,
  employment:
    /\b(?:hiring|job (?:applicants?|ads?|offers?)|recruit\w*|candidates?|employment|bewerb\w*|recrutement|empleo)\b/iu,
  education:
    /\b(?:admissions?|enrol+ment|scholarships?|students? (?:admission|selection)|stipendi\w*|bourses?|becas?)\b/iu,
  health:
    /\b(?:treatment|patients?|medical|clinical|care plan|triage|behandlung|patient\w*|soins|tratamiento)\b/iu,
  insurance: /\b(?:insurance|insurer|underwriting|premium calculation|versicherung\w*|assurance|seguro)\b/iu,
  'essential service':
    /\b(?:electricity|energy supply|water supply|gas supply|bank account|phone contract|disconnect\w*|cut[- ]off|stromversorgung|girokonto)\b/iu,
} as const;

export type SignificantArea = keyof typeof AREAS;

/** The areas of significant effect that a text speaks of, with the words that say so. */
export function significantEffects(
  text: string,
): ReadonlyArray<{ readonly area: SignificantArea; readonly word: string }> {
  return (Object.keys(AREAS) as SignificantArea[]).flatMap((area) => {
    const match = AREAS[area].exec(text);
    return match === null ? [] : [{ area, word: match[0] }];
  });
}
