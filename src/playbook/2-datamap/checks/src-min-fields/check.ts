import { defineCheck } from '../../../../check/define.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import { requiredKeys } from '../../../../check/required-keys.ts';
import { isUnder } from '../../../../kernel/taxonomy/tree.ts';
import type { UseKind } from '../../../../kernel/vocabulary.ts';
import { fieldEvidence, isKey } from '../../used-fields/used-once.ts';

/** Kinds whose declared fields are worked on without standing in a definition or a message. */
const WORKS_ON_FIELDS: ReadonlySet<UseKind> = new Set([
  'enrichment',
  'identity',
  'recommendation',
  'assistant',
]);

export default defineCheck({
  id: 'src-min-fields',
  step: 2,
  risk: 'data-overreach',
  title: 'A use touches the fields that it declares, and declares none that it does not touch',
  appliesTo: 'all',
  needs: ['card', 'audience', 'models', 'usedFields'],
  reads: ['fields', 'audience', 'messages', 'scores'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-1-c', 'eu-gdpr-25', 'us-ct-sb1295'],
  advice: {
    undeclared: {
      what: 'The use touches `{field}`, which the card does not declare.',
      why: 'What is not declared is reviewed by nobody, and travels all the same.',
      instead: 'Declare it in `fields`, or do without it.',
    },
    unused: {
      what: 'The card declares `{field}`, and nothing in the use touches it.',
      why: 'A field that travels for nothing can only be lost, or used for something else.',
      instead: 'Take it out of `fields`.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card, at } = facts.card;
    const { used } = facts.usedFields;
    if (card.fields === undefined) {
      cannotTell('which fields the use may touch', { required: requiredKeys(kind).includes('fields') });
      return;
    }
    const declared = new Set([...card.fields.map(plain), ...named(used, 'declared')]);
    const touched = used.filter(({ where }) => where !== 'declared' && where !== 'supplier');
    const told = new Set<string>();
    for (const field of touched) {
      if (field.entry === null || declared.has(plain(field.name)) || isKey(field) || told.has(field.name))
        continue;
      told.add(field.name);
      report({ advice: 'undeclared', with: { field: field.name }, evidence: fieldEvidence(field) });
    }

    if (WORKS_ON_FIELDS.has(kind)) return;
    const unread = facts.audience.parts.some(({ reading }) => !reading.assessed);
    if (unread || facts.models.models.some(({ features }) => features === null)) {
      cannotTell('whether every declared field is touched: a definition or a model could not be read', {
        required: false,
      });
      return;
    }
    const names = new Set(touched.map(({ name }) => plain(name)));
    for (const [index, name] of card.fields.entries()) {
      const entry = used.find(
        ({ where, at: place }) => where === 'declared' && samePlace(place, at(`/fields/${index}`)),
      )?.entry;
      const field = entry?.name ?? name;
      if (isKey({ name: field, entry: entry ?? null })) continue;
      // An address is what a message is sent to: it is used without standing in it.
      if (names.has(plain(field)) || names.has(plain(name)) || isUnder(entry?.category ?? '', 'user.contact'))
        continue;
      const pointer = `/fields/${index}`;
      report({
        advice: 'unused',
        with: { field },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: name }],
      });
    }
  },
});

const plain = (name: string): string => name.toLowerCase();

const named = (used: readonly UsedField[], where: UsedField['where']): string[] =>
  used.filter((field) => field.where === where).map(({ name }) => plain(name));

const samePlace = (a: UsedField['at'], b: UsedField['at']): boolean =>
  a.file === b.file && a.line === b.line && a.column === b.column;
