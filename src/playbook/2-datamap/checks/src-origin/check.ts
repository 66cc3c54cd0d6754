import { defineCheck } from '../../../../check/define.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import type { Evidence } from '../../../../kernel/evidence.ts';
import { fieldEvidence, type KnownField, knownFields, listNames } from '../../used-fields/used-once.ts';

export default defineCheck({
  id: 'src-origin',
  step: 2,
  risk: 'data-overreach',
  title: 'Every field that is used has an origin and a notice in the data map',
  appliesTo: 'all',
  needs: ['usedFields'],
  reads: ['fields', 'audience', 'messages', 'scores', 'suppliers'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-14-2-f', 'eu-gdpr-15-1-g', 'eu-gdpr-30'],
  advice: {
    'not-in-the-map': {
      what: 'The data map has no entry for {fields}.',
      why: 'Nobody can say where the data comes from, what it was collected for or whether people were told.',
      instead: 'Describe it in a file under datamap/, or stop using it.',
    },
    'no-origin': {
      what: 'The data map does not say whether {fields} was given by people, observed, inferred or bought.',
      why: 'People can ask where data about them came from, and nobody could answer.',
      instead: 'Add `origin` to the field, its dataset or its source.',
    },
    'no-notice': {
      what: 'The data map names no notice for {fields}.',
      why: 'People who were not told that data is held can neither correct it nor object to it.',
      instead: 'Add the `notice` that told them, or tell them first.',
    },
  },
  run({ facts, report }) {
    const known = knownFields(facts.usedFields);
    for (const group of Map.groupBy(unknownFields(facts.usedFields.used), ({ at }) => at.file).values())
      report({ advice: 'not-in-the-map', with: { fields: namesOf(group) }, evidence: evidenceOf(group) });
    for (const group of bySource(known.filter(({ entry }) => entry.origin === null)))
      report({ advice: 'no-origin', with: { fields: namesOf(group) }, evidence: evidenceOf(group) });
    for (const group of bySource(known.filter(({ entry }) => entry.notice === null)))
      report({ advice: 'no-notice', with: { fields: namesOf(group) }, evidence: evidenceOf(group) });
  },
});

/**
 * Fields of a person that no entry fits, each once. A card that names one is a Problem already; keys join tables and say
 * nothing of a person; and most merge tags that nobody knows are links and shop names.
 */
function unknownFields(used: readonly UsedField[]): UsedField[] {
  const found = new Map<string, UsedField>();
  for (const field of used) {
    const { entry, where, name } = field;
    if (entry !== null || where === 'declared' || where === 'supplier' || KEY.test(name)) continue;
    if (where === 'message' ? !OF_A_PERSON.test(name) : NOT_A_FIELD.test(name)) continue;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), field);
  }
  return [...found.values()];
}

const KEY = /(?:^|[._])(?:id|ids|uuid|guid|key|pk|hash)$/i;
const OF_A_PERSON =
  /^(?:customer|contact|person|people|profile|subscriber|recipient|member|patient|client|lead|user|traits)\./i;
const NOT_A_FIELD = /^(?:consent|segments|messages|geo|random|events)\./i;

/** One finding for each source: whoever mends it mends one file. */
const bySource = (fields: readonly KnownField[]): KnownField[][] => [
  ...Map.groupBy(fields, ({ entry }) => entry.source).values(),
];

const namesOf = (group: readonly UsedField[]): string => listNames(group.map(({ name }) => name));

function evidenceOf(group: readonly UsedField[]): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = group.map(fieldEvidence);
  return [...first!, ...rest.flat()];
}
