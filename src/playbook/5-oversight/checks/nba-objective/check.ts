import { defineCheck } from '../../../../check/define.ts';
import type { ScoreReference } from '../../../../check/facts/card.ts';
import type { UseKind } from '../../../../kernel/vocabulary.ts';

/** Kinds that choose for a person out of many things. */
const CHOOSES: ReadonlySet<UseKind> = new Set(['recommendation', 'next-best-action']);

export default defineCheck({
  id: 'nba-objective',
  step: 5,
  risk: 'opaque-automation',
  title: 'What an optimiser strives for includes the harm it may do, and limits',
  appliesTo: ['score', 'recommendation', 'next-best-action', 'pricing'],
  requiredFor: 'none',
  needs: ['card'],
  reads: ['scores', 'goal', 'rules', 'audience'],
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
    'no-exclusions': {
      what: 'The {kind} “{score}” says of nobody and nothing that it leaves them out.',
      why: 'What is never left out is offered to those who grieve, who owe, who complained or who said no.',
      instead:
        'List in `exclusions` of the score who and what is never chosen, or name the rules that see to it in `rules`.',
    },
  },
  run({ kind, facts, report }) {
    const { card, at } = facts.card;
    const leavesOut = (card.rules ?? []).length > 0 || card.audience?.exclude !== undefined;
    for (const [index, score] of (card.scores ?? []).entries()) {
      const pointer = `/scores/${index}`;
      if (CHOOSES.has(kind) && !leavesOut && isUnlimited(score))
        report({
          advice: 'no-exclusions',
          with: { kind, score: score.name },
          evidence: [{ type: 'field', at: at(pointer), pointer, value: score.name }],
        });
      if (score.harm_term !== undefined) continue;
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

const isUnlimited = ({ exclusions = [], constraints = [] }: ScoreReference): boolean =>
  exclusions.length === 0 && constraints.length === 0;
