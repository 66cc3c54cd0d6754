import { defineCheck } from '../../../../check/define.ts';
import { companyGoalIn } from './company-goal.ts';

export default defineCheck({
  id: 'use-benefit',
  step: 1,
  risk: null,
  title: 'The card says what the person gains, and what happens without it',
  appliesTo: 'all',
  needs: ['card'],
  reads: ['benefit', 'without_it', 'goal'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['ours-benefit'],
  advice: {
    missing: {
      what: 'The card does not say {asked}.',
      why: 'A use from which the person gains nothing only takes: attention, data or money.',
      instead: 'Say it in `{key}`, in words that you would use towards the person.',
    },
    'company-goal': {
      what: 'As the gain of the person the card names a gain of the company: “{goal}”.',
      why: 'What counts clicks, revenue or retention is no reason for the person to be reached.',
      instead: 'Name what the person has from it, or do not reach them.',
    },
    'same-as-goal': {
      what: 'The gain of the person is the goal of the team, word for word.',
      why: 'The two differ, or nobody has asked what the person has from it.',
      instead: 'Write `benefit` from the side of the person.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    for (const key of ['benefit', 'without_it'] as const) {
      if (card[key] !== undefined) continue;
      const pointer = `/${key}`;
      const asked = key === 'benefit' ? 'what the person gains' : 'what happens to the person without it';
      report({
        advice: 'missing',
        with: { key, asked },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
      });
    }
    const { benefit, goal } = card;
    if (benefit === undefined) return;
    const evidence = [{ type: 'field', at: at('/benefit'), pointer: '/benefit', value: benefit }] as const;
    const company = companyGoalIn(benefit);
    if (company !== null) report({ advice: 'company-goal', with: { goal: company }, evidence });
    else if (goal !== undefined && plain(goal) === plain(benefit))
      report({ advice: 'same-as-goal', evidence });
  },
});

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
