import { defineCheck } from '../../../../check/define.ts';
import type { Supplier } from '../../../../check/facts/card.ts';
import { supplierOf } from '../../used-fields/supplier-of.ts';
import { fieldEvidence, knownFields } from '../../used-fields/used-once.ts';

const DAY = 86_400_000;

export default defineCheck({
  id: 'src-third-party-notice',
  step: 2,
  risk: 'data-overreach',
  title: 'People are told in time about data that came from elsewhere',
  appliesTo: 'all',
  needs: ['card', 'usedFields'],
  reads: ['suppliers', 'fields', 'audience'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-gdpr-14-3', 'ico-direct-marketing'],
  options: { longestDays: 30 },
  advice: {
    'not-told': {
      what: 'People were not told that {supplier} supplied `{field}` about them.',
      why: 'They learn that strangers hold data about them when it is used on them, or never.',
      instead: 'Send the notice first and write its date in `suppliers[].notice_sent_at`.',
    },
    'not-yet-told': {
      what: 'The notice about `{field}` from {supplier} goes out on {sent}, after this use is judged.',
      why: 'The notice comes before the first message, so that people can object in time.',
      instead: 'Wait until the notice is out.',
    },
    'told-too-late': {
      what: 'People were told about `{field}` from {supplier} {days} days after it came; {longest} is the limit.',
      why: 'Meanwhile it was held, and could be used, behind their backs.',
      instead: 'Drop what was held too long, and tell people within a month of each new delivery.',
    },
    'came-when': {
      gravity: 'review',
      what: 'Nothing says when `{field}` came from {supplier}.',
      why: 'Whether people were told in time cannot be seen.',
      instead: 'Write the day of delivery in `suppliers[].acquired_at` or in the data map.',
    },
  },
  run({ facts, options, now, report }) {
    const { card, at } = facts.card;
    for (const field of knownFields(facts.usedFields)) {
      if (field.entry.origin !== 'third-party') continue;
      const found = supplierOf(field, card.suppliers ?? []);
      const named = found?.supplier.name ?? field.entry.supplier ?? 'a third party';
      const filled = { field: field.name, supplier: named };
      const pointer = found === null ? '/suppliers' : `/suppliers/${found.index}`;
      const evidence = [
        ...fieldEvidence(field),
        { type: 'field', at: at(pointer), pointer, value: named },
      ] as ReturnType<typeof fieldEvidence>;
      const { sent, came } = datesOf(found?.supplier, field.entry.acquiredAt ?? null);
      if (sent === null) report({ advice: 'not-told', with: filled, evidence });
      else if (sent > now)
        report({
          advice: 'not-yet-told',
          with: { ...filled, sent: sent.toISOString().slice(0, 10) },
          evidence,
        });
      else if (came === null) report({ advice: 'came-when', with: filled, evidence });
      else {
        const days = Math.floor((sent.getTime() - came.getTime()) / DAY);
        if (days > options.longestDays)
          report({
            advice: 'told-too-late',
            with: { ...filled, days, longest: options.longestDays },
            evidence,
          });
      }
    }
  },
});

function datesOf(supplier: Supplier | undefined, acquiredAt: string | null) {
  const date = (text: string | null | undefined): Date | null => (text == null ? null : new Date(text));
  return { sent: date(supplier?.notice_sent_at), came: date(supplier?.acquired_at ?? acquiredAt) };
}
