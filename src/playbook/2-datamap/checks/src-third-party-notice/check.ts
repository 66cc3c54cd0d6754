import { defineCheck } from '../../../../check/define.ts';
import type { Supplier } from '../../../../check/facts/card.ts';
import type { UsedFieldsFact } from '../../../../check/facts/field-use.ts';
import { supplierOf } from '../../used-fields/supplier-of.ts';
import { fieldEvidence, type KnownField, knownFields, listNames } from '../../used-fields/used-once.ts';

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
      what: 'People were not told that {supplier} supplied {fields} about them.',
      why: 'They learn that strangers hold data about them when it is used on them, or never.',
      instead: 'Send the notice first and write its date in `suppliers[].notice_sent_at`.',
    },
    'not-yet-told': {
      what: 'The notice about {fields} from {supplier} goes out on {sent}, after this use is judged.',
      why: 'The notice comes before the first message, so that people can object in time.',
      instead: 'Wait until the notice is out.',
    },
    'told-too-late': {
      what: 'People were told about {fields} from {supplier} {days} days after it came; {longest} is the limit.',
      why: 'Meanwhile it was held, and could be used, behind their backs.',
      instead: 'Drop what was held too long, and tell people within a month of each new delivery.',
    },
    'came-when': {
      gravity: 'review',
      what: 'Nothing says when {fields} came from {supplier}.',
      why: 'Whether people were told in time cannot be seen.',
      instead: 'Write the day of delivery in `suppliers[].acquired_at` or in the data map.',
    },
  },
  run({ facts, options, now, report }) {
    const { card, at } = facts.card;
    for (const { fields, supplier, pointer, sent, came } of deliveries(
      facts.usedFields,
      card.suppliers ?? [],
    )) {
      const filled = { fields: listNames(fields.map(({ name }) => name)), supplier };
      const evidence = [
        ...fieldEvidence(fields[0]!),
        { type: 'field', at: at(pointer), pointer, value: supplier },
      ] as ReturnType<typeof fieldEvidence>;
      if (sent === null) report({ advice: 'not-told', with: filled, evidence });
      else if (sent > now) {
        const day = sent.toISOString().slice(0, 10);
        report({ advice: 'not-yet-told', with: { ...filled, sent: day }, evidence });
      } else if (came === null) report({ advice: 'came-when', with: filled, evidence });
      else {
        const days = Math.floor((sent.getTime() - came.getTime()) / DAY);
        const longest = options.longestDays;
        if (days > longest) report({ advice: 'told-too-late', with: { ...filled, days, longest }, evidence });
      }
    }
  },
});

interface Delivery {
  readonly fields: KnownField[];
  readonly supplier: string;
  readonly pointer: string;
  readonly sent: Date | null;
  readonly came: Date | null;
}

/** What came from third parties, one entry for each supplier and day. */
function deliveries(usedFields: UsedFieldsFact, suppliers: readonly Supplier[]): Delivery[] {
  const found = new Map<string, Delivery>();
  for (const field of knownFields(usedFields)) {
    if (field.entry.origin !== 'third-party') continue;
    const own = supplierOf(field, suppliers);
    const supplier = own?.supplier.name ?? field.entry.supplier ?? 'a third party';
    const pointer = own === null ? '/suppliers' : `/suppliers/${own.index}`;
    const sent = date(own?.supplier.notice_sent_at);
    const came = date(own?.supplier.acquired_at ?? field.entry.acquiredAt);
    const key = [pointer, supplier, came?.getTime()].join('\n');
    const before = found.get(key);
    if (before === undefined) found.set(key, { fields: [field], supplier, pointer, sent, came });
    else before.fields.push(field);
  }
  return [...found.values()];
}

const date = (text: string | null | undefined): Date | null =>
  text === null || text === undefined ? null : new Date(text);
