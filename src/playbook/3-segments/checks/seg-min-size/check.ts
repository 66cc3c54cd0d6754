import { defineCheck } from '../../../../check/define.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-min-size',
  step: 3,
  risk: 'data-overreach',
  title: 'A segment is large enough that nobody in it is singled out',
  appliesTo: [
    'campaign',
    'journey',
    'audience',
    'offer',
    'pricing',
    'outreach',
    'recommendation',
    'enrichment',
  ],
  requiredFor: 'none',
  needs: ['card', 'audience'],
  reads: ['channels', 'audience'],
  withoutCard: true,
  gravity: 'advise',
  decidedBy: 'rule',
  norms: ['eu-gdpr-25', 'ad-platform-audience-minimums', 'ours-minimum-segment'],
  options: { people: 50, peopleForAds: 1000 },
  advice: {
    few: {
      what: 'The definition names {count} people one by one; at least {least} are expected.',
      why: 'In a group of a few, what is said to all is said about each of them.',
      instead: 'Widen the definition, or write to these people yourself as one writes to people one knows.',
    },
    'few-for-ads': {
      what: 'The definition names {count} people one by one; for an upload to an ad platform at least {least} are expected.',
      why: 'A platform can tell from a short list who is on it and why.',
      instead: 'Widen the list, or leave the ad platform out.',
    },
  },
  run({ facts, options, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const forAds = card.channels?.includes('ad') ?? false;
    const least = forAds ? options.peopleForAds : options.people;
    for (const { part, pointer, reading, whole } of facts.audience.parts) {
      if (part !== 'segment' || reading.namedPeople === null || reading.namedPeople >= least) continue;
      report({
        advice: forAds ? 'few-for-ads' : 'few',
        with: { count: reading.namedPeople, least },
        evidence: [
          {
            type: 'measure',
            at: whole,
            name: 'people named',
            value: reading.namedPeople,
            low: null,
            high: null,
            n: reading.namedPeople,
          },
          { type: 'field', at: facts.card.at(pointer), pointer, value: reading.file },
        ],
      });
    }
  },
});
