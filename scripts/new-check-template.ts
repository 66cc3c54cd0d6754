/** The rule of a new check: a small one that works, to be replaced piece by piece. */
export const checkTemplate = (
  id: string,
  step: number,
): string => `import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: '${id}',
  step: ${step},
  risk: null,
  title: 'A goal names more than the word that stands in for it',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card'],
  reads: ['goal'],
  gravity: 'review',
  decidedBy: 'rule',
  // In trial a check advises and never stops a use. Remove the line when its tables and samples convince.
  stage: 'trial',
  norms: ['ours-benefit'],
  advice: {
    placeholder: {
      what: 'The goal of this use is still the placeholder “{goal}”.',
      why: 'Nobody can weigh a use whose goal is not named.',
      instead: 'Say in a few words what the team is rewarded for.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    if (card.goal === undefined || !isPlaceholder(card.goal)) return;
    report({
      advice: 'placeholder',
      with: { goal: card.goal },
      evidence: [{ type: 'field', at: at('/goal'), pointer: '/goal', value: card.goal }],
    });
  },
});

const isPlaceholder = (text: string): boolean => /^(?:goal|todo|tbd)$/i.test(text.trim());
`;

/** The tables of a new check: finds, stays silent, near misses. */
export const testTemplate = (id: string): string => `import { describe, expect, it } from 'vitest';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (goal: string | undefined) => run(check, { card: cardFact({ goal }) });

describe('${id}', () => {
  it.each<[string, string | undefined, string[]]>([
    ['finds a placeholder', 'TODO', ['placeholder']],
    ['stays silent on a goal', 'repeat orders', []],
    ['stays silent without a goal', undefined, []],
    ['near miss: the word inside a goal', 'a goal for repeat orders', []],
  ])('%s', (_, goal, expected) => expect(adviceOf(judge(goal))).toEqual(expected));
});
`;

/** The page of a new check; its examples run as tests. */
export const pageTemplate = (id: string): string => `# ${id}

A goal names more than the word that stands in for it.

## Avoid

\`\`\`yaml use.yaml
goal: todo
\`\`\`

## Prefer

\`\`\`yaml use.yaml
goal: repeat orders
\`\`\`

## Why it harms

Nobody can weigh a use whose goal is not named: it stands beside the harm that is possible.

## When it is legitimate

Never in a use that is about to run.

## What it cannot see

Whether the goal that is named is the one that people are rewarded for.

## Norms

Our own policy.

## Options

None.
`;
