import { defineCheck } from '../../../../check/define.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import { isUnder } from '../../../../kernel/taxonomy/tree.ts';
import { fieldEvidence } from '../../used-fields/used-once.ts';

export default defineCheck({
  id: 'src-append-contact',
  step: 2,
  risk: 'data-overreach',
  title: 'People are reached only on channels that they gave themselves',
  appliesTo: 'all',
  needs: ['card', 'usedFields'],
  reads: ['suppliers', 'fields', 'audience'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['ico-direct-marketing', 'ours-no-appended-contact'],
  advice: {
    appended: {
      what: 'The contact detail `{field}` comes from {supplier}, and the person did not give it.',
      why: 'Whoever gave one address and not another has made a choice, and it is undone behind their back.',
      instead: 'Use the channels that people gave, or ask them there for another.',
    },
  },
  run({ facts, report }) {
    const told = new Set<string>();
    for (const field of facts.usedFields.used) {
      if (!isContact(field) || !isAppended(field) || told.has(field.name.toLowerCase())) continue;
      told.add(field.name.toLowerCase());
      const supplier = field.entry?.supplier ?? 'a third party';
      report({ advice: 'appended', with: { field: field.name, supplier }, evidence: fieldEvidence(field) });
    }
  },
});

const CONTACT_CATEGORIES = [
  'user.contact.email',
  'user.contact.phone_number',
  'user.contact.address.street',
  'user.contact.fax_number',
];
const CONTACT_NAME =
  /(?:^|[._])(?:e_?mail|email_address|phone|phone_number|mobile|mobile_number|tel|telephone|street|street_address|postal_address|home_address|whatsapp)(?:_?\d+)?$/i;

const isContact = ({ name, entry }: UsedField): boolean =>
  entry?.category == null || entry.category === 'user.contact' || entry.category === 'user.contact.address'
    ? CONTACT_NAME.test(name) || entry?.category === 'user.contact.address'
    : CONTACT_CATEGORIES.some((category) => isUnder(entry.category!, category));

/** Bought or found, and not agreed to; what a supplier of the card brings and the data map does not know counts too. */
function isAppended({ entry, where }: UsedField): boolean {
  if (entry === null) return where === 'supplier';
  const agreed = entry.consent !== null;
  return (
    !agreed && (entry.origin === 'third-party' || entry.origin === 'public' || entry.origin === 'inferred')
  );
}
