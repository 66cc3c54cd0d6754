import { defineCheck } from '../../../../check/define.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';
import { onlySpares } from '../../only-spares.ts';

export default defineCheck({
  id: 'auto-stop',
  step: 5,
  risk: 'opaque-automation',
  title: 'Every automation has a named person who can stop it at once',
  appliesTo: [...AUTOMATED_KINDS, 'journey'],
  needs: ['card'],
  reads: ['automation', 'kind', 'purpose', 'intent', 'rules'],
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
    'no-stop-owner-sparing': {
      gravity: 'review',
      what: 'The card names nobody who can end this list of people to be spared.',
      why: 'Nobody is hurt while it runs; a wrong entry still needs someone who takes it off.',
      instead: 'Name in `automation.stop_owner` who keeps the list, or class it as `decision: none`.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card, at } = facts.card;
    if (card.automation?.decision === 'none') return;
    const pointer = '/automation/stop_owner';
    if (card.automation?.stop_owner === undefined) {
      const evidence = [{ type: 'field', at: at(pointer), pointer, value: undefined }] as const;
      if (onlySpares(card)) report({ advice: 'no-stop-owner-sparing', evidence });
      else report({ advice: 'no-stop-owner', with: { kind }, evidence });
    }
    cannotTell('the last stop drill', { required: false });
  },
});
