import { defineCheck } from '../../../../check/define.ts';
import { titlesOf } from '../../category-list.ts';
import { decidersOf } from '../../deciders.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-proxy',
  step: 3,
  risk: 'discriminatory-exclusion',
  title: 'A field that stands for a protected trait is found and justified',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'models'],
  reads: ['kind', 'audience', 'scores', 'rules'],
  withoutCard: true,
  gravity: 'review',
  decidedBy: 'person',
  norms: ['us-co-sb21-169', 'us-ecoa-reg-b', 'eu-race-2000-43', 'ours-proxy-limit'],
  advice: {
    excludes: {
      what: '“{field}” leaves people out, and it is known to stand for {traits}.',
      why: 'A postcode or a name can keep a whole group out without anybody having meant to.',
      instead:
        'Use what you really want to know, or audit who is left out by group and record why nothing milder works.',
    },
    judges: {
      what: '“{field}” weighs in a decision about people, and it is known to stand for {traits}.',
      why: 'A decision that rests on a stand-in for a protected trait rests on the trait.',
      instead: 'Take the field out and measure what is lost; keep it only with an audit by group on record.',
    },
    reaches: {
      gravity: 'advise',
      what: '“{field}” chooses who is reached, and it is known to stand for {traits}.',
      why: 'Who never hears of an offer is left out of it as surely as by a rule.',
      instead:
        'Check that the field is about the service itself, as a shop nearby or the language of the text.',
    },
  },
  run({ facts, report, cannotTell }) {
    tellUnread(facts.audience, { cannotTell });
    for (const { name: field, effect, proxyFor, uses, evidence } of decidersOf(facts)) {
      const linksOnly = uses.length > 0 && uses.every(({ role }) => role === 'join');
      if (proxyFor.length === 0 || linksOnly) continue;
      const advice = effect === 'spares' ? 'excludes' : effect;
      report({ advice, with: { field, traits: titlesOf(proxyFor) }, evidence });
    }
  },
});
