import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: 'nba-objective',
  step: 5,
  risk: 'opaque-automation',
  title: 'What an optimiser strives for includes the harm it may do, and limits',
  appliesTo: ['score', 'recommendation', 'next-best-action', 'pricing'],
  requiredFor: 'none',
  needs: ['card'],
  reads: ['scores', 'goal'],
  gravity: 'advise',
  decidedBy: 'person',
  norms: ['eu-dsa-27', 'ours-harm-term'],
  advice: {
    'no-harm-term': {
      what: 'The score “{score}” strives for {objective} and counts no harm.',
      why: 'An optimiser finds the people who are easiest to push, for nothing tells it to stop.',
      instead:
        'Name in `harm_term` what it must not raise, as complaints, regret or opt-outs, and in `constraints` at least one limit.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    for (const [index, score] of (card.scores ?? []).entries()) {
      if (score.harm_term !== undefined) continue;
      const pointer = `/scores/${index}`;
      report({
        advice: 'no-harm-term',
        with: {
          score: score.name,
          objective: score.objective ?? card.goal ?? 'something that the card does not name',
        },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: score.name }],
      });
    }
  },
});
