import type { Jurisdiction } from '../../kernel/vocabulary.ts';

/** Zones of the states of the US in which more than a handful of people live; all of them where a state has several. */
const STATES_BY_ZONES: ReadonlyArray<readonly [zones: string, states: string]> = [
  ['America/New_York', 'ct dc de ga ma md me nc nh nj ny oh pa ri sc va vt wv'],
  ['America/New_York America/Chicago', 'fl in ky mi tn'],
  ['America/Chicago', 'al ar ia il la mn mo ms ok wi'],
  ['America/Chicago America/Denver', 'ks nd ne sd tx'],
  ['America/Denver', 'co mt nm ut wy'],
  ['America/Phoenix America/Denver', 'az'],
  ['America/Boise America/Los_Angeles', 'id or'],
  ['America/Los_Angeles', 'ca wa'],
  ['America/Los_Angeles America/Denver', 'nv'],
  ['America/Anchorage America/Adak', 'ak'],
  ['Pacific/Honolulu', 'hi'],
  ['America/Puerto_Rico', 'pr'],
];
const ZONES_OF_STATE = new Map(
  STATES_BY_ZONES.flatMap(([zones, states]) =>
    states.split(' ').map((state) => [state, zones.split(' ')] as const),
  ),
);
const EU_MEMBERS = 'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se'.split(
  ' ',
);

/** Every zone in which somebody may be who lives there; empty where nothing is known of the place. */
export function zonesOfPlace(place: Jurisdiction): readonly string[] {
  const [first = '', second] = place.split('-');
  if (first === 'us')
    return second === undefined
      ? [...new Set([...ZONES_OF_STATE.values()].flat())]
      : (ZONES_OF_STATE.get(second) ?? []);
  if (first === 'eu')
    return second === undefined ? [...new Set(EU_MEMBERS.flatMap(zonesOfCountry))] : zonesOfCountry(second);
  return zonesOfCountry(first === 'uk' ? 'gb' : first);
}

/** `getTimeZones` is in every engine that we run on, and not yet in the types of the language. */
type LocaleWithZones = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined };

function zonesOfCountry(code: string): readonly string[] {
  let zones = remembered.get(code);
  if (zones === undefined) {
    zones = /^[a-z]{2}$/.test(code)
      ? ((new Intl.Locale(`und-${code.toUpperCase()}`) as LocaleWithZones).getTimeZones?.() ?? [])
      : [];
    if (code.length === 2) remembered.set(code, zones);
  }
  return zones;
}

const remembered = new Map<string, readonly string[]>();
