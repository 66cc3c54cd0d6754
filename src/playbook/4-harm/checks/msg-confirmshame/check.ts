import { defineCheck } from '../../../../check/define.ts';
import type { WordingHit } from '../../../../check/facts/message.ts';
import { isRefusal } from '../../wording/refusal.ts';
import { wordingGaps } from '../../wording/wording-gaps.ts';

export default defineCheck({
  id: 'msg-confirmshame',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'The words for “no” are as neutral as the words for “yes”',
  appliesTo: 'all',
  requiredFor: ['campaign', 'journey', 'offer', 'outreach', 'assistant'],
  needs: ['wording'],
  reads: ['messages'],
  withoutCard: true,
  gravity: 'review',
  decidedBy: 'person',
  norms: ['us-ftc-dark-patterns-2022', 'edpb-03-2022', 'us-ca-ccpa-7004', 'ours-neutral-choice'],
  advice: {
    'shames-refusal': {
      what: 'The refusal “{quote}” makes the person who says no look foolish.',
      why: 'People press yes to avoid saying something bad about themselves, not because they want it.',
      instead: 'Write the refusal in neutral words, as “No thanks”, and show it like the other choice.',
    },
    'may-shame': {
      gravity: 'advise',
      what: 'The refusal “{quote}” looks to the classifier like one that shames; no rule names it.',
      why: 'It resembles refusals that mocked people; whether this one does is for a reader to say.',
      instead: 'If it says more than no, write “No thanks”.',
    },
  },
  run({ facts, report, cannotTell }) {
    for (const { missing, required } of wordingGaps(facts.wording.wordings))
      cannotTell(missing, required ? {} : { required: false });
    for (const hit of facts.wording.wordings.flatMap(({ hits }) => hits))
      if (isRefusal(hit))
        report({
          advice: hit.source === 'rule' ? 'shames-refusal' : 'may-shame',
          with: { quote: hit.quote },
          evidence: evidenceOf(hit),
        });
  },
});

const evidenceOf = ({ at, quote }: WordingHit) => [{ type: 'text', at, quote }] as const;
