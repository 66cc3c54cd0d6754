import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

export default defineCheck({
  id: 'auto-stop',
  step: 5,
  risk: 'opaque-automation',
  title: 'Every automation has a named person who can stop it at once',
  appliesTo: [...AUTOMATED_KINDS, 'journey'],
  needs: ['card'],
  reads: ['automation'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ai-act-14-4-e', 'eu-ai-act-26-5', 'ours-stop'],
  advice: {
    'no-stop-owner': {
      what: 'The card names nobody who can stop this {kind}.',
      why: 'Harm that is noticed goes on for as long as people look for someone who may switch it off.',
      instead:
        'Name in `automation.stop_owner` who stops it within five minutes, and drill it every ninety days.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card, at } = facts.card;
    if (card.automation?.decision === 'none') return;
    const pointer = '/automation/stop_owner';
    if (card.automation?.stop_owner === undefined)
      report({
        advice: 'no-stop-owner',
        with: { kind },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
      });
    cannotTell('the last stop drill', { required: false });
  },
});
