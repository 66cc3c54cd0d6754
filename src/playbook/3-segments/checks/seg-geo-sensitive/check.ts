import { defineCheck } from '../../../../check/define.ts';
import { termsIn } from '../../../../kernel/lexicon/index.ts';
import { type Decider, decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-geo-sensitive',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Nobody is chosen for having been at a clinic, a place of worship, a shelter or a school',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'paths'],
  reads: ['kind', 'audience', 'rules'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['us-wa-mhmda-geofence', 'us-ca-cpra-precise-geolocation', 'ours-sensitive-places'],
  advice: {
    visited: {
      what: '“{field}” chooses people by a place that says who they are: “{place}”.',
      why: 'Who goes to a clinic, a mosque or a shelter must not be followed out of the door by an advertiser.',
      instead: 'Take the place out; choose people by what they told you or bought from you.',
    },
    'on-path': {
      gravity: 'review',
      what: '“{field}” chooses people by a place that says who they are (“{place}”); this path is open: {path} ({because}).',
      why: 'A duty or help may need the place, but seldom the record of who was there.',
      instead: 'Ask a person whether the visit has to be known, and for how long.',
    },
    coordinates: {
      gravity: 'review',
      what: '“{field}” chooses people by where exactly they were, and the places behind it cannot be read.',
      why: 'An exact place soon tells a home, a doctor or a prayer.',
      instead:
        'Use a coarser area, or compare the places with a list of sensitive ones and record its version.',
    },
  },
  run({ facts, report, cannotTell }) {
    tellUnread(facts.audience, { cannotTell });
    const path = openPath(facts.paths);
    for (const decider of decidersOf(facts)) {
      const { name: field, effect, sensitive, uses, evidence } = decider;
      if (effect === 'spares') continue;
      const isPlace = PLACE_FIELD.test(placeWords(field)) || sensitive.includes('precise_geo');
      const place = isPlace ? sensitivePlaceIn(decider) : null;
      if (place !== null && path !== null)
        report({
          advice: 'on-path',
          with: { field, place, path: path.path, because: path.because },
          evidence,
        });
      else if (place !== null) report({ advice: 'visited', with: { field, place }, evidence });
      else if (sensitive.includes('precise_geo') && uses.some(({ role }) => role !== 'join'))
        report({ advice: 'coordinates', with: { field }, evidence });
    }
  },
});

const PLACE_FIELD =
  /\b(?:geo|gps|lat|lon|lng|location|locations|geofence|geofences|fence|place|places|poi|pois|venue|venues|visit|visits|visited|visitor|checkin|check in|beacon|wifi|footfall|standort|ort|lieu|lugar)\b/;

/** Where a visit is one to a page, and no visit to a place. A fence, a beacon or a position stays one. */
const WEB_FIELD =
  /\b(?:web|website|websites|page|pages|url|urls|session|sessions|online|browser|app|site visits|site visit)\b/;
const VISITS = /\b(?:visits?|visited|visitor|places?)\b/g;

const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.$-]+/g, ' ')
    .toLowerCase();

const placeWords = (field: string): string => {
  const said = words(field);
  return WEB_FIELD.test(said) ? said.replace(VISITS, '') : said;
};

/** The sensitive place that the field or its values name: a word for a place, or a word for the trait it stands for. */
function sensitivePlaceIn({ name, values }: Decider): string | null {
  for (const text of [...values, words(name)]) {
    const hits = termsIn(text.replace(/[%_]+/g, ' '));
    const hit =
      hits.find(({ kind }) => kind === 'place') ??
      hits.find(({ strength, category }) => strength === 'strong' && category !== 'precise_geo');
    if (hit !== undefined) return hit.term;
  }
  return null;
}
