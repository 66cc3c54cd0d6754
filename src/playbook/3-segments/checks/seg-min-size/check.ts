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
    'finds-few': {
      what: 'The definition finds fewer than {least} people now.',
      why: 'In a group of a few, what is said to all is said about each of them.',
      instead: 'Widen the definition, or write to these people yourself as one writes to people one knows.',
    },
    'finds-few-for-ads': {
      what: 'The definition finds fewer than {least} people now, who are to be uploaded to an ad platform.',
      why: 'A platform can tell from a short list who is on it and why.',
      instead: 'Widen the definition, or leave the ad platform out.',
    },
  },
  run({ facts, options, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const forAds = card.channels?.includes('ad') ?? false;
    const least = forAds ? options.peopleForAds : options.people;
    for (const { part, pointer, reading, whole, people } of facts.audience.parts) {
      if (part !== 'segment' || !reading.assessed) continue;
      const own = { type: 'field', at: facts.card.at(pointer), pointer, value: reading.file } as const;
      if (reading.namedPeople === null) {
        if (people === undefined) cannotTell(`${pointer}: how many people it finds`);
        else if (!people.known) cannotTell(`${pointer}: how many people it finds: ${people.because}`);
        // How many exactly is not said, not even that it is nobody: a count of one tells whether a person is among them.
        else if (people.count < least)
          report({
            advice: forAds ? 'finds-few-for-ads' : 'finds-few',
            with: { least },
            evidence: [own],
          });
        continue;
      }
      if (reading.namedPeople >= least) continue;
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
          own,
        ],
      });
    }
  },
});
