import { SENSITIVE_CATEGORIES, type SensitiveCategory } from '../categories.ts';
import { LABELS } from './labels/index.ts';
import { type TermMatch, TermMatcher } from './matcher.ts';
import { INNOCENT_COLUMNS, PROXIES } from './proxies.ts';
import { split, termsIn } from './terms-in.ts';
import { nameTokens } from './tokens.ts';

/** What a field says of a person, and what it is known to stand for; in the order of `SENSITIVE_CATEGORIES`. */
export interface FieldClass {
  readonly sensitive: SensitiveCategory[];
  readonly proxyFor: SensitiveCategory[];
}

interface Meaning {
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
}

const MOST_VALUES = 1_000;
const LONGEST_VALUE = 500;
/** A diagnosis code of ICD-10 with its subdivision, as `E11.9`. */
const DIAGNOSIS_CODE = /^[A-TV-Z]\d{2}\.\d{1,4}$/;
const DIAGNOSIS_GROUP = /^[A-TV-Z]\d{2}$/;
/** Fields whose values are names of people and places, which say nothing of belief: Christian, Faith, Bethlehem. */
const NAMES = new Set([
  'name',
  'firstname',
  'lastname',
  'surname',
  'forename',
  'city',
  'town',
  'street',
  'email',
  'country',
  'state',
  'vorname',
  'nachname',
  'prenom',
  'nom',
  'apellido',
  'ciudad',
  'ville',
  'ort',
]);
const AGE_NAMES = new Set([
  'age',
  'alter',
  'edad',
  'dob',
  'birth',
  'birthdate',
  'birthday',
  'geburtsdatum',
  'naissance',
  'nacimiento',
  'ages',
]);
const OLDEST_CHILD = 17;
const YOUNGEST_OLDER = 60;
const OLDEST_PERSON = 120;

/**
 * Classifies a field by its name (`crm.customers.days_past_due`, `daysPastDue`), the key inside a JSON column
 * (`$.religion`) and the literals it is compared with (`'%/bankruptcy%'`, `'E11.9'`). Scores and flags named after a
 * trait count as the trait; propensity, churn risk and lifetime value are none.
 */
export function classifyField(
  name: string,
  jsonPath?: string | null,
  values: readonly string[] = [],
): FieldClass {
  const tokens = nameTokens(jsonPath ? `${name} ${jsonPath}` : name);
  const sensitive = new Set<SensitiveCategory>();
  const proxyFor = new Set<SensitiveCategory>();
  const add = (meaning: Meaning): void => {
    for (const category of meaning.sensitive) sensitive.add(category);
    for (const category of meaning.proxyFor) proxyFor.add(category);
  };
  add(byName(tokens));
  for (const value of values.slice(0, MOST_VALUES)) add(byValue(value.slice(0, LONGEST_VALUE), tokens));
  return {
    sensitive: inOrder(sensitive),
    proxyFor: inOrder(proxyFor).filter((category) => !sensitive.has(category)),
  };
}

function byName(tokens: readonly string[]): Meaning {
  const words = tokens.map((folded) => ({ folded }));
  const innocent = innocentColumns().match(words);
  const covered = (from: number, to: number): boolean =>
    innocent.some((span) => span.from <= from && span.to >= to);
  const matches = widest(columns().match(words)).filter(({ from, to }) => !covered(from, to));
  const text = tokens.filter((_, at) => !covered(at, at + 1)).join(' ');
  const labelled = termsIn(text).filter(({ strength, kind }) => strength === 'strong' && kind === 'label');
  return {
    sensitive: [
      ...matches.flatMap(({ value }) => value.sensitive),
      ...labelled.map(({ category }) => category),
    ],
    proxyFor: matches.flatMap(({ value }) => value.proxyFor),
  };
}

/** Leaves out what lies inside a longer name: the age in `device age` is no age of a person. */
const widest = (matches: readonly TermMatch<Meaning>[]): TermMatch<Meaning>[] =>
  matches.filter(
    (one) =>
      !matches.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );

function byValue(written: string, tokens: readonly string[]): Meaning {
  const value = written
    .replace(/^[EN]?'|'$|^"|"$/g, '')
    .replace(/[%/_]+/g, ' ')
    .trim();
  if (AGE_NAMES.has(tokens.at(-1) ?? '') || tokens.some((token) => AGE_NAMES.has(token))) return byAge(value);
  if (isDiagnosis(value, tokens)) return { sensitive: ['health'], proxyFor: [] };
  if (tokens.some((token) => NAMES.has(token))) return NOTHING;
  const hits = termsIn(value);
  return {
    sensitive: hits.filter(({ strength }) => strength === 'strong').map(({ category }) => category),
    proxyFor: hits
      .filter(({ strength, kind }) => strength === 'weak' && kind !== 'label')
      .map(({ category }) => category),
  };
}

const NOTHING: Meaning = { sensitive: [], proxyFor: [] };

const isDiagnosis = (value: string, tokens: readonly string[]): boolean =>
  DIAGNOSIS_CODE.test(value) ||
  (DIAGNOSIS_GROUP.test(value) && tokens.some((token) => /^(?:icd|diag|condition|dx)/.test(token)));

/** An age, or an interval as `18 years`. Eighteen itself parts children from adults either way, so it is a proxy. */
function byAge(value: string): Meaning {
  const age = Number(
    /^(\d{1,3})(?:\.\d+)?(?:\s*(?:y|yr|yrs|year|years|jahre|ans|años))?$/.exec(value)?.[1] ?? Number.NaN,
  );
  if (Number.isNaN(age) || age > OLDEST_PERSON) return NOTHING;
  if (age <= OLDEST_CHILD) return { sensitive: ['age_minor'], proxyFor: [] };
  if (age >= YOUNGEST_OLDER) return { sensitive: ['age_older'], proxyFor: [] };
  return NOTHING;
}

let compiledColumns: TermMatcher<Meaning> | null = null;
let compiledInnocent: TermMatcher<true> | null = null;

function columns(): TermMatcher<Meaning> {
  if (compiledColumns !== null) return compiledColumns;
  const matcher = new TermMatcher<Meaning>();
  for (const { category, columns: names } of LABELS)
    for (const name of split(names)) matcher.add(name, { sensitive: [category], proxyFor: [] });
  for (const { columns: names, for: categories } of PROXIES)
    for (const name of split(names)) matcher.add(name, { sensitive: [], proxyFor: categories });
  compiledColumns = matcher;
  return matcher;
}

function innocentColumns(): TermMatcher<true> {
  if (compiledInnocent !== null) return compiledInnocent;
  compiledInnocent = new TermMatcher<true>();
  for (const name of split(INNOCENT_COLUMNS)) compiledInnocent.add(name, true);
  return compiledInnocent;
}

const ORDER = Object.keys(SENSITIVE_CATEGORIES) as SensitiveCategory[];
const inOrder = (categories: ReadonlySet<SensitiveCategory>): SensitiveCategory[] =>
  ORDER.filter((category) => categories.has(category));
