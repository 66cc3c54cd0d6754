import { defineCheck } from '../../../../check/define.ts';
import type { DataMapFact } from '../../../../check/facts/data-map.ts';
import { fieldEvidence, type KnownField, knownFields, listNames } from '../../used-fields/used-once.ts';
import { daysIn } from './duration.ts';

export default defineCheck({
  id: 'src-retention',
  step: 2,
  risk: 'data-overreach',
  title: 'Every field that is used has a limit in time, and no inference outlives its sources',
  appliesTo: 'all',
  needs: ['usedFields', 'dataMap'],
  reads: ['fields', 'audience', 'messages', 'scores'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-1-e', 'eu-gdpr-13-2-a'],
  advice: {
    'no-limit': {
      what: 'The data map sets no limit in time for {fields}.',
      why: 'What is kept for ever is one day used against people who have long changed.',
      instead: 'Add `retention`, as P3Y, to the field, its dataset or its source.',
    },
    'outlives-source': {
      what: 'The field `{field}` is kept for {own}, longer than `{parent}` ({limit}), from which it is computed.',
      why: 'What was to be forgotten lives on in what was concluded from it.',
      instead: 'Keep it for {limit} at most.',
    },
  },
  run({ facts, report }) {
    const known = knownFields(facts.usedFields);
    const unlimited = known.filter(({ entry }) => entry.retention === null);
    for (const group of Map.groupBy(unlimited, ({ entry }) => entry.source).values()) {
      const [first, ...rest] = group.map(fieldEvidence);
      report({
        advice: 'no-limit',
        with: { fields: listNames(group.map(({ name }) => name)) },
        evidence: [...first!, ...rest.flat()],
      });
    }
    for (const field of known) {
      const shorter = shortestSource(field, facts.dataMap);
      if (shorter === null) continue;
      const filled = {
        field: field.name,
        own: field.entry.retention!,
        parent: shorter.name,
        limit: shorter.retention,
      };
      report({
        advice: 'outlives-source',
        with: filled,
        evidence: [
          ...fieldEvidence(field),
          { type: 'path', at: field.entry.at, hops: [shorter.name, field.name] },
        ] as ReturnType<typeof fieldEvidence>,
      });
    }
  },
});

/** The source of a field with the shortest limit, where that is shorter than the field’s own. */
function shortestSource(
  { entry }: KnownField,
  dataMap: DataMapFact,
): { name: string; retention: string } | null {
  const own = entry.retention === null ? null : daysIn(entry.retention);
  if (own === null) return null;
  const sources = entry.derivedFrom.flatMap((name) => {
    const retention = dataMap.field(name)?.retention ?? null;
    const days = retention === null ? null : daysIn(retention);
    return retention === null || days === null || days >= own ? [] : [{ name, retention, days }];
  });
  return sources.sort((a, b) => a.days - b.days)[0] ?? null;
}
