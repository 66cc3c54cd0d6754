import type { Jurisdiction } from './vocabulary.ts';

const EU_MEMBERS = new Set(
  'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se'.split(' '),
);
const US_STATES = new Set(
  (
    'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ' +
    'ri sc sd tn tx ut vt va wa wv wi wy dc pr'
  ).split(' '),
);
const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const EXAMPLES = 'a code as eu, eu-de, uk or us-ca';

/** Whether the law of a jurisdiction holds where another one is in scope: that of `us` also in `us-ca`. */
export const coversJurisdiction = (law: Jurisdiction, inScope: Jurisdiction): boolean =>
  law === inScope || inScope.startsWith(`${law}-`);

/**
 * What would have to stand in place of a code that is no jurisdiction, or `null` where it is one. A code that no law
 * knows would take every law out of scope without a word: member states stand under `eu`, the states of the US under `us`.
 */
export function insteadOfJurisdiction(code: string): string | null {
  const [first = '', second, ...rest] = code.split('-');
  if (first === 'eu')
    return second === undefined || (EU_MEMBERS.has(second) && rest.length === 0) ? null : EXAMPLES;
  if (first === 'us') return second === undefined || US_STATES.has(second) ? null : EXAMPLES;
  if (first === 'uk') return null;
  if (EU_MEMBERS.has(first)) return `\`eu-${first}\`, as law of the EU holds there`;
  if (first === 'gb') return '`uk`';
  return isCountry(first) ? null : EXAMPLES;
}

function isCountry(code: string): boolean {
  if (!/^[a-z]{2}$/.test(code) || code === 'zz') return false;
  return COUNTRIES.of(code.toUpperCase()) !== undefined;
}
