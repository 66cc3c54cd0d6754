import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: 'sup-reason-expiry',
  step: 5,
  risk: 'discriminatory-exclusion',
  title: 'Each rule that leaves people out has a reason, an end and a way back',
  appliesTo: 'all',
  requiredFor: ['suppression', 'eligibility', 'service-routing'],
  needs: ['card'],
  reads: ['rules', 'audience'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-1-a', 'eu-gdpr-5-1-d', 'ours-reason-and-expiry'],
  advice: {
    'no-reason': {
      what: 'The rule “{rule}” leaves people out and gives no reason.',
      why: 'Nobody can judge, explain or end an exclusion whose reason is unknown.',
      instead: 'Write the reason in one sentence that you would say to the person.',
    },
    'no-end': {
      what: 'The rule “{rule}” has no end date.',
      why: 'People stay on a list long after the reason has gone; what was fair once becomes a lasting exclusion.',
      instead: 'Give it an `expires` date within a year; only opt-outs (`type: opt-out`) never expire.',
    },
    ended: {
      what: 'The rule “{rule}” expired on {expires} and still runs.',
      why: 'An exclusion that has outlived its reason has none.',
      instead: 'Remove the rule, or look at it again and give it a new reason and date.',
    },
    'opt-out-ends': {
      gravity: 'block',
      what: 'The opt-out rule “{rule}” ends on {expires}.',
      why: 'Whoever said no would be written to again without having changed their mind.',
      instead: 'Remove the date: an objection holds until the person takes it back.',
    },
    'no-way-back': {
      gravity: 'advise',
      what: 'The rule “{rule}” says nothing about how a person who is left out has it looked at again.',
      why: 'Lists hold errors, and only the person they are about can find some of them.',
      instead: 'Say in `appeal` where people ask and who answers.',
    },
    'exclusion-without-rule': {
      what: 'The audience leaves people out by “{file}”, and no entry of `rules` gives the reason and the end.',
      why: 'Nobody can judge, explain or end an exclusion whose reason is unknown.',
      instead: 'Add an entry to `rules` for it, with `reason` and `expires`.',
    },
  },
  run({ facts, now, report }) {
    const { card, at } = facts.card;
    for (const [index, rule] of (card.rules ?? []).entries()) {
      const pointer = `/rules/${index}`;
      const field = (key: string, value: unknown) =>
        [
          { type: 'field' as const, at: at(`${pointer}/${key}`), pointer: `${pointer}/${key}`, value },
        ] as const;
      if (rule.reason === undefined)
        report({ advice: 'no-reason', with: { rule: rule.name }, evidence: field('reason', undefined) });
      if (rule.type === 'opt-out') {
        if (rule.expires !== undefined)
          report({
            advice: 'opt-out-ends',
            with: { rule: rule.name, expires: rule.expires },
            evidence: field('expires', rule.expires),
          });
        continue;
      }
      if (rule.expires === undefined)
        report({ advice: 'no-end', with: { rule: rule.name }, evidence: field('expires', undefined) });
      else if (new Date(rule.expires) < now)
        report({
          advice: 'ended',
          with: { rule: rule.name, expires: rule.expires },
          evidence: field('expires', rule.expires),
        });
      if (rule.appeal === undefined)
        report({ advice: 'no-way-back', with: { rule: rule.name }, evidence: field('appeal', undefined) });
    }
    const exclude = card.audience?.exclude;
    if (exclude !== undefined && !(card.rules ?? []).some(({ sql }) => sql === exclude))
      report({
        advice: 'exclusion-without-rule',
        with: { file: exclude },
        evidence: [
          { type: 'field', at: at('/audience/exclude'), pointer: '/audience/exclude', value: exclude },
        ],
      });
  },
});
