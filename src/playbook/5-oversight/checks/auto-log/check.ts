import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

export default defineCheck({
  id: 'auto-log',
  step: 5,
  risk: 'opaque-automation',
  title: 'Inputs, version, output and reason of each automated decision are kept',
  appliesTo: AUTOMATED_KINDS,
  needs: ['card'],
  reads: ['automation'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-ai-act-12', 'eu-ai-act-26-6'],
  advice: {
    'no-log': {
      what: 'The decision is {class} and the card does not say where its inputs, version, output and reason are kept.',
      why: 'A decision without a record can neither be explained to the person nor corrected when it was wrong.',
      instead: 'Say in `automation.log` where each decision is kept, for six months at least.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    const decision = card.automation?.decision;
    if (decision === undefined || decision === 'none' || card.automation?.log !== undefined) return;
    const pointer = '/automation/log';
    report({
      advice: 'no-log',
      with: { class: decision },
      evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
    });
  },
});
