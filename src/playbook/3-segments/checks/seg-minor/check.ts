import { defineCheck } from '../../../../check/define.ts';
import { termsIn } from '../../../../kernel/lexicon/index.ts';
import { type Decider, decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-minor',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Nobody is profiled for marketing who is, or may be, a child',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'models', 'paths'],
  reads: ['intent', 'purpose', 'kind', 'audience', 'scores', 'rules', 'goal', 'benefit', 'themes'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-dsa-28-2', 'eu-gdpr-8', 'us-ct-sb1295', 'us-coppa', 'ours-minors'],
  advice: {
    chosen: {
      what: '“{field}” chooses children or teenagers, and the use is there to {wants} them: {because}.',
      why: 'Children cannot yet tell a friend from an advertisement, and what they are sold shapes them.',
      instead: 'Leave out everyone under 18 and everyone whose age points to it; speak to parents instead.',
    },
    'not-adult': {
      gravity: 'review',
      what: '“{field}” parts people at 18, and it cannot be read on which side they are chosen.',
      why: 'A comparison the wrong way round reaches exactly those who must be left out.',
      instead: 'Write the comparison so that only adults remain, as `age >= 18`.',
    },
    described: {
      gravity: 'review',
      what: 'The card speaks of children (“{word}”), and the use is there to {wants} people: {because}.',
      why: 'A use that is about children is likely to reach them, whatever the segment says.',
      instead: 'Say in the card that parents are meant, and choose by what the parents bought.',
    },
    'on-path': {
      gravity: 'review',
      what: '“{field}” chooses children or teenagers; this path is open: {path} ({because}).',
      why: 'A child may be served and protected; profiling them goes no further than that needs.',
      instead: 'Ask a person to confirm that a parent knows and that nothing is sold.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const pressure = pressureOf(card, facts.content);
    const path = openPath(facts.paths);
    let chosen = false;
    for (const decider of decidersOf(facts)) {
      const { name: field, evidence } = decider;
      const side = sideOf(decider);
      if (decider.effect === 'spares' || side === 'adults') continue;
      if (side === 'unclear') {
        if (pressure !== null) report({ advice: 'not-adult', with: { field }, evidence });
        continue;
      }
      chosen = true;
      if (path !== null)
        report({ advice: 'on-path', with: { field, path: path.path, because: path.because }, evidence });
      else if (pressure !== null)
        report({
          advice: 'chosen',
          with: { field, wants: pressure.wants, because: pressure.because },
          evidence,
        });
    }
    if (chosen || pressure === null || path !== null) return;
    for (const pointer of ['/goal', '/benefit', '/themes'] as const) {
      const text = [card[pointer.slice(1) as 'goal' | 'benefit' | 'themes'] ?? []].flat().join('; ');
      const hit = termsIn(text).find(
        ({ category, strength }) => category === 'age_minor' && strength === 'strong',
      );
      if (hit === undefined) continue;
      report({
        advice: 'described',
        with: { word: hit.term, wants: pressure.wants, because: pressure.because },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: text }],
      });
    }
  },
});

const ADULT = /^'?18(?:\s*years?)?'?$/i;
const OVER = /^\S*\s*(?:>=?|is at least|gte)\s*'?(?:1[89]|[2-9]\d)\b/i;
const UNDER = /^\S*\s*(?:<=?|is under|lte?)\s*'?1[0-8]\b/i;

/** On which side of 18 the chosen people are, as far as the field, its values and the comparison tell. */
function sideOf({ sensitive, proxyFor, values, uses }: Decider): 'children' | 'adults' | 'unclear' {
  const compared = uses.map(({ comparison }) => comparison ?? '');
  const isAge = sensitive.includes('age_minor') || proxyFor.includes('age_minor');
  if (isAge && compared.some((text) => UNDER.test(text))) return 'children';
  if (isAge && compared.some((text) => OVER.test(text))) return 'adults';
  if (sensitive.includes('age_minor')) return 'children';
  if (isAge && values.some((value) => ADULT.test(value))) return 'unclear';
  return 'adults';
}
