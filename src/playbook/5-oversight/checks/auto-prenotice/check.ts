import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

export default defineCheck({
  id: 'auto-prenotice',
  step: 5,
  risk: 'opaque-automation',
  title: 'People are told of a significant automated decision before it is made',
  appliesTo: [...AUTOMATED_KINDS, 'offer', 'journey'],
  needs: ['card'],
  reads: ['automation'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-gdpr-13-2-f', 'eu-ai-act-26-11', 'us-ca-ccpa-7220', 'us-co-sb26-189'],
  advice: {
    'no-notice': {
      what: 'The decision is significant and the card names no notice that people see before it.',
      why: 'Whoever does not know that a machine decides cannot object, correct an input or ask for a person.',
      instead: 'Name in `automation.notice` the text, and where people see it before the decision.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    if (card.automation?.decision !== 'significant' || card.automation.notice !== undefined) return;
    const pointer = '/automation/notice';
    report({
      advice: 'no-notice',
      evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
    });
  },
});
