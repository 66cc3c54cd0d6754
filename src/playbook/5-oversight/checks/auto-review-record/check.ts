import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

export default defineCheck({
  id: 'auto-review-record',
  step: 5,
  risk: 'opaque-automation',
  title: 'Significant automated decisions need a named person who can change them',
  appliesTo: [...AUTOMATED_KINDS, 'offer', 'journey'],
  needs: ['card'],
  reads: ['automation', 'owner'],
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-ai-act-14', 'eu-ai-act-26-2', 'eu-gdpr-22-3', 'uk-gdpr-22a'],
  advice: {
    'no-reviewer': {
      what: 'The decision is significant and the card names nobody who reviews it.',
      why: 'Without a person who understands the output and may change it, the machine has the last word about someone’s life.',
      instead:
        'Name in `automation.review` a trained person or team outside the goal’s bonus line who decides each case.',
    },
    'owner-reviews': {
      gravity: 'review',
      what: 'The owner of the use, {owner}, also reviews its decisions.',
      why: 'Whoever is rewarded for the result is a poor judge of the harm.',
      instead: 'Name a reviewer who is not the owner.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    if (card.automation?.decision !== 'significant') return;
    const review = card.automation.review;
    const pointer = '/automation/review';
    if (review === undefined)
      report({
        advice: 'no-reviewer',
        evidence: [{ type: 'field', at: at(pointer), pointer, value: review }],
      });
    else if (review === card.owner)
      report({
        advice: 'owner-reviews',
        with: { owner: review },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: review }],
      });
    // The records of single reviews live on the server; from files alone nobody can tell whether they are complete.
    cannotTell('the records of single reviews', { required: false });
  },
});
