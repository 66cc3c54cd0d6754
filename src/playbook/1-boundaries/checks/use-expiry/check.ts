import { defineCheck } from '../../../../check/define.ts';
import type { AudienceFact } from '../../../../check/facts/audience.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { UsedFieldsFact } from '../../../../check/facts/field-use.ts';
import { isSpecial, isVulnerability } from '../../../../kernel/categories.ts';
import { endOfDay } from '../../../../kernel/end-of-day.ts';
import { decidingFields } from '../../deciding-fields.ts';

const DAY = 86_400_000;

export default defineCheck({
  id: 'use-expiry',
  step: 1,
  risk: null,
  title: 'A use ends on a date, within a year, or within 90 days where the risk is high',
  appliesTo: 'all',
  needs: ['card', 'audience', 'usedFields'],
  reads: ['expires', 'automation', 'kind'],
  gravity: 'advise',
  decidedBy: 'rule',
  norms: ['eu-gdpr-35-11', 'ours-expiry'],
  options: { longestDays: 365, longestDaysHighRisk: 90 },
  advice: {
    'no-end': {
      what: 'The card has no date on which the use ends.',
      why: 'A use that nobody has to look at again goes on after its reason is gone.',
      instead: 'Set `expires` to a date within a year.',
    },
    ended: {
      gravity: 'review',
      what: 'The use ended on {date}.',
      why: 'What was agreed then was agreed for that time.',
      instead: 'Stop it, or look at it again and set a new date.',
    },
    'too-long': {
      what: 'The use runs until {date}, for {days} days from now; {longest} is the limit here{reason}.',
      why: 'People, data and the reasons for a use change within that time.',
      instead: 'Set an earlier date, and look at it again then.',
    },
  },
  run({ kind, facts, options, now, report }) {
    const { card, at } = facts.card;
    const pointer = '/expires';
    const evidence = [{ type: 'field', at: at(pointer), pointer, value: card.expires }] as const;
    if (card.expires === undefined) {
      report({ advice: 'no-end', evidence });
      return;
    }
    const end = endOfDay(card.expires);
    const days = Math.ceil((end.getTime() - now.getTime()) / DAY);
    const risk = riskOf(kind, card, facts.audience, facts.usedFields);
    const longest = risk === null ? options.longestDays : options.longestDaysHighRisk;
    if (end < now) report({ advice: 'ended', with: { date: card.expires }, evidence });
    else if (days > longest + 1) {
      const reason = risk === null ? '' : `, as ${risk}`;
      report({ advice: 'too-long', with: { date: card.expires, days, longest, reason }, evidence });
    }
  },
});

function riskOf(
  kind: UseCard['kind'],
  card: UseCard,
  audience: AudienceFact,
  usedFields: UsedFieldsFact,
): string | null {
  if (card.automation?.decision === 'significant') return 'it decides something significant';
  if (kind === 'eligibility' || kind === 'pricing') return `a rule of ${kind} weighs on people`;
  const sensitive = decidingFields(card, audience, usedFields).some((field) =>
    field.sensitive.some((one) => isSpecial(one) || isVulnerability(one)),
  );
  return sensitive ? 'sensitive data decides' : null;
}
