import { defineCheck } from '../../../../check/define.ts';
import { categoryTitle } from '../../../../kernel/categories.ts';
import { fieldEvidence, isKey, type KnownField, knownFields } from '../../used-fields/used-once.ts';

export default defineCheck({
  id: 'src-sensitive-declared',
  step: 2,
  risk: 'data-overreach',
  title: 'Sensitive fields are declared as such, whatever they are called',
  appliesTo: 'all',
  needs: ['usedFields', 'dataMap'],
  reads: ['fields', 'audience', 'messages', 'scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-9', 'iab-gpp-us-national'],
  advice: {
    'by-name': {
      what: 'The field `{field}` speaks of {seen}, and the data map does not say so.',
      why: 'What is not called sensitive is protected by none of the rules for it.',
      instead: 'Add `sensitive: [{codes}]` to the field, or say in its description what it holds.',
    },
    'by-origin': {
      what: 'The field `{field}` is computed from {parents}, and so carries {seen}; the data map does not say so.',
      why: 'A trait that is worked out weighs on people like one that they gave.',
      instead: 'Add `sensitive: [{codes}]` to the field, or compute it without {parents}.',
    },
  },
  run({ facts, report }) {
    for (const field of knownFields(facts.usedFields)) {
      const { entry } = field;
      const hidden = entry.seenSensitive.filter((category) => !entry.declaredSensitive.includes(category));
      if (hidden.length === 0 || isKey(field)) continue;
      const parents = entry.derivedFrom.filter((name) => {
        const parent = facts.dataMap.field(name);
        return hidden.some(
          (one) => parent?.declaredSensitive.includes(one) || parent?.seenSensitive.includes(one),
        );
      });
      const filled = {
        field: field.name,
        seen: hidden.map(categoryTitle).join(' and '),
        codes: hidden.join(', '),
      };
      const evidence = evidenceOf(field);
      if (parents.length === 0) report({ advice: 'by-name', with: filled, evidence });
      else
        report({
          advice: 'by-origin',
          with: { ...filled, parents: parents.map((name) => `\`${name}\``).join(', ') },
          evidence,
        });
    }
  },
});

function evidenceOf(field: KnownField) {
  const { entry } = field;
  const hops = [...entry.derivedFrom, entry.name];
  return [...fieldEvidence(field), { type: 'path', at: entry.at, hops }] as ReturnType<typeof fieldEvidence>;
}
