import { defineCheck } from '../../../../check/define.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import { significantEffects } from '../../../../kernel/significant-effects.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';
import { onlySpares } from '../../only-spares.ts';

export default defineCheck({
  id: 'auto-class',
  step: 5,
  risk: 'opaque-automation',
  title: 'Each automated decision is classed as none, notable or significant',
  appliesTo: AUTOMATED_KINDS,
  needs: ['card'],
  reads: ['automation', 'kind', 'goal', 'purpose', 'benefit', 'intent', 'rules'],
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-gdpr-22', 'uk-gdpr-22a', 'us-ca-ccpa-7200', 'us-co-sb26-189', 'wp251'],
  advice: {
    unclassed: {
      what: 'The card does not say what kind of decision the {kind} makes about a person.',
      why: 'A decision that nobody has classed gets no notice, no reviewer and no way to contest it, however much it weighs on the person.',
      instead:
        'Set `automation.decision` to none, notable or significant, and describe the logic in one sentence.',
    },
    'unclassed-sparing': {
      gravity: 'review',
      what: 'The card does not say what kind of decision this list of people to be spared makes.',
      why: 'To be spared marketing weighs little; whether the list does more than that, nobody has written down.',
      instead: 'Set `automation.decision: none`, or say what else depends on the list.',
    },
    'classed-too-low': {
      gravity: 'review',
      what: 'The decision is classed as {class}, and the card speaks of {area} (“{word}”).',
      why: 'Decisions about {area} can change a person’s life; classed too low they run without the safeguards that people are owed.',
      instead:
        'Class it as significant, or say in `automation.logic` why this use decides nothing about {area}.',
    },
  },
  run({ kind, facts, report }) {
    const { card, at } = facts.card;
    const decision = card.automation?.decision;
    if (decision === undefined) {
      const pointer = '/automation/decision';
      const evidence = [{ type: 'field', at: at(pointer), pointer, value: undefined }] as const;
      if (onlySpares(card)) report({ advice: 'unclassed-sparing', evidence });
      else report({ advice: 'unclassed', with: { kind }, evidence });
      return;
    }
    if (decision === 'significant') return;
    const [effect] = significantEffects(textOf(card));
    if (effect === undefined) return;
    report({
      advice: 'classed-too-low',
      with: { class: decision, area: effect.area, word: effect.word },
      evidence: [
        { type: 'field', at: at('/automation/decision'), pointer: '/automation/decision', value: decision },
      ],
    });
  },
});

/** What the card says the decision is about; `logic` is left out, for there a reason may name what is not decided. */
const textOf = (card: UseCard): string =>
  [
    card.use.replaceAll('-', ' '),
    card.goal,
    card.benefit,
    card.without_it,
    ...(card.scores ?? []).map(({ objective }) => objective),
    ...(card.rules ?? []).map(({ reason }) => reason),
  ]
    .filter((text) => text !== undefined)
    .join('\n');
