import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

export default defineCheck({
  id: 'auto-contest',
  step: 5,
  risk: 'opaque-automation',
  title: 'A person can contest a significant decision, correct its inputs and be heard',
  appliesTo: [...AUTOMATED_KINDS, 'offer'],
  needs: ['card'],
  reads: ['automation'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-22-3', 'uk-gdpr-22c', 'us-co-sb26-189', 'us-ct-sb1295'],
  advice: {
    'no-contest': {
      what: 'The decision is significant and the card does not say how a person contests it.',
      why: 'An error about one person stays for ever where nobody is there to hear of it.',
      instead:
        'Say in `automation.contest` where people ask for a new look, who answers, and within how many days.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    if (card.automation?.decision !== 'significant' || card.automation.contest !== undefined) return;
    const pointer = '/automation/contest';
    report({
      advice: 'no-contest',
      evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
    });
  },
});
