import { defineCheck } from '../../../../check/define.ts';
import type { WordingHit } from '../../../../check/facts/message.ts';
import type { Technique } from '../../../../kernel/vocabulary.ts';
import { wordingGaps } from '../../wording/wording-gaps.ts';

const ADVICE = {
  hurries: {
    what: 'The words “{quote}” hurry the reader.',
    why: 'Haste makes people buy what they would leave after a night, and it works best on those who find it hard to say no.',
    instead: '{instead}',
  },
  corners: {
    what: 'The words “{quote}” press with what others have or what may run out.',
    why: 'Fear of being left behind takes the place of the question whether one needs the thing.',
    instead: '{instead}',
  },
  nags: {
    what: 'The words “{quote}” ask again after an answer.',
    why: 'Being asked until one gives in is no choice, and tired people give in first.',
    instead: '{instead}',
  },
  confuses: {
    what: 'The words “{quote}” make it hard to see what the answer does.',
    why: 'People who misread the choice agree to what they meant to refuse.',
    instead: '{instead}',
  },
  forces: {
    what: 'The words “{quote}” tie what the reader wants to something else.',
    why: 'Consent that is the price of something else is not freely given.',
    instead: '{instead}',
  },
  obstructs: {
    what: 'The words “{quote}” make leaving harder than joining.',
    why: 'People go on paying for what they no longer want because the way out costs an afternoon.',
    instead: '{instead}',
  },
  misleads: {
    what: 'The words “{quote}” promise what cannot be true for every reader.',
    why: 'Those who need the promise most believe it and pay for it.',
    instead: '{instead}',
  },
  'hides-cost': {
    what: 'The words “{quote}” show a cost that the reader did not choose.',
    why: 'A sum that appears late is paid by those who do not look twice.',
    instead: '{instead}',
  },
  'may-press': {
    gravity: 'advise',
    what: 'The words “{quote}” look like pressure ({technique}) to the classifier; no rule names them.',
    why: 'They resemble sentences that pressed people elsewhere; whether these do is for a reader to say.',
    instead: '{instead}',
  },
} as const;

const BY_TECHNIQUE: Partial<Record<Technique, Exclude<keyof typeof ADVICE, 'may-press'>>> = {
  'false-urgency': 'hurries',
  scarcity: 'corners',
  'social-pressure': 'corners',
  nagging: 'nags',
  confusion: 'confuses',
  'forced-action': 'forces',
  obstruction: 'obstructs',
  'misleading-claim': 'misleads',
  'hidden-cost': 'hides-cost',
};

export default defineCheck({
  id: 'msg-plain-wording',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Messages say what is offered without pressing the reader',
  appliesTo: 'all',
  requiredFor: ['campaign', 'journey', 'offer', 'outreach', 'assistant'],
  needs: ['wording'],
  reads: ['messages'],
  withoutCard: true,
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-ucpd-8', 'eu-dsa-25', 'us-ftc-dark-patterns-2022', 'us-ca-ccpa-7004', 'ours-plain-wording'],
  advice: ADVICE,
  run({ facts, report, cannotTell }) {
    for (const { missing, required } of wordingGaps(facts.wording.wordings))
      cannotTell(missing, required ? {} : { required: false });
    for (const hit of facts.wording.wordings.flatMap(({ hits }) => hits)) {
      const advice = BY_TECHNIQUE[hit.technique];
      if (hit.kind !== 'pressure' || advice === undefined) continue;
      const { quote, instead, technique } = hit;
      if (hit.source === 'rule') report({ advice, with: { quote, instead }, evidence: evidenceOf(hit) });
      else report({ advice: 'may-press', with: { quote, instead, technique }, evidence: evidenceOf(hit) });
    }
  },
});

const evidenceOf = ({ at, quote }: WordingHit) => [{ type: 'text', at, quote }] as const;
