import { defineCheck } from '../../../../check/define.ts';
import type { Supplier } from '../../../../check/facts/card.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import { supplierOf } from '../../used-fields/supplier-of.ts';
import { fieldEvidence, knownFields } from '../../used-fields/used-once.ts';

export default defineCheck({
  id: 'src-third-party-warranty',
  step: 2,
  risk: 'data-overreach',
  title: 'A supplier shows how it collected the data, and for purposes that cover this one',
  appliesTo: 'all',
  needs: ['card', 'settings', 'usedFields'],
  reads: ['suppliers', 'purpose', 'fields', 'audience'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-5-1-a', 'eu-gdpr-14', 'ico-direct-marketing'],
  advice: {
    'no-supplier': {
      what: 'The field `{field}` came from a third party, and the card names no supplier of it.',
      why: 'Nobody answers for how people were asked.',
      instead:
        'Name the supplier in `suppliers`, with contract, evidence and purposes, or do without the field.',
    },
    'nothing-shown': {
      what: 'The card does not say {lacking} of {supplier}.',
      why: 'Data that was taken without asking stays taken, whoever sells it on.',
      instead: 'Ask the supplier for it and refer to it in the card, or do without its data.',
    },
    'other-purpose': {
      what: 'What {supplier} collected covers {purposes}, and not `{purpose}`.',
      why: 'People were told another purpose, if any.',
      instead: 'Keep to the purposes of the contract, or do without its data.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    const suppliers = card.suppliers ?? [];
    for (const field of knownFields(facts.usedFields)) {
      if (field.entry.origin === 'third-party' && supplierOf(field, suppliers) === null)
        report({ advice: 'no-supplier', with: { field: field.name }, evidence: fieldEvidence(field) });
    }
    for (const [index, supplier] of suppliers.entries()) {
      const pointer = `/suppliers/${index}`;
      const evidence = [{ type: 'field', at: at(pointer), pointer, value: supplier.name }] as const;
      const lacking = lackingOf(supplier);
      if (lacking.length > 0)
        report({
          advice: 'nothing-shown',
          with: { supplier: supplier.name, lacking: lacking.join(', ') },
          evidence,
        });
      const { purpose } = card;
      const { purposes } = supplier;
      if (purpose === undefined || purposes === undefined) continue;
      if (purposes.some((covered) => isPurposeUnder(purpose, covered, facts.settings.purposes))) continue;
      const named = purposes.length === 0 ? 'no purpose' : purposes.map((one) => `\`${one}\``).join(', ');
      report({
        advice: 'other-purpose',
        with: { supplier: supplier.name, purposes: named, purpose },
        evidence,
      });
    }
  },
});

const lackingOf = ({ contract, consent_evidence, purposes }: Supplier): string[] =>
  Object.entries({ contract, consent_evidence, purposes }).flatMap(([key, value]) =>
    value === undefined ? [`\`${key}\``] : [],
  );
