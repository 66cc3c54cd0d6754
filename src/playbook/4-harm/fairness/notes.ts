import type { GroupTable } from './group-table.ts';
import { guardOf } from './guard.ts';
import { isUnknown } from './judge-groups.ts';
import type { Population } from './population.ts';
import type { AuditSpec } from './spec.ts';

/** What a reader must know to read the numbers rightly; empty where there is nothing to say. */
export function notesOf(population: Population, table: GroupTable, spec: AuditSpec): string[] {
  const { excluded, labelMissing, weightKind, weightZero, rows } = population;
  const people = table.sizes.reduce((sum, size) => sum + size, 0);
  const unknown = table.sizes.reduce(
    (sum, size, index) => (isUnknown(table.by[index]!) ? sum + size : sum),
    0,
  );
  const notes: string[] = [];
  if (excluded.decisionMissing > 0)
    notes.push(`${excluded.decisionMissing} rows without a decision are in no rate`);
  if (excluded.weightMissing > 0)
    notes.push(
      spec.vault === undefined
        ? `${excluded.weightMissing} rows without a weight are in no rate`
        : `${excluded.weightMissing} people are not in the weighted sample of the vault, and in no rate`,
    );
  if (weightZero > 0 && spec.vault === undefined)
    notes.push(`${weightZero} rows have a weight of 0 and stand for nobody`);
  if (weightKind === 'sampling')
    notes.push(
      'rates speak of everybody through the weights of a sample; how those differ who did not answer, no weight can tell',
    );
  if (labelMissing > 0) notes.push(`${labelMissing} rows without a label are in no error rate`);
  if (unknown > 0)
    notes.push(`of ${unknown} people an attribute is unknown: the bounds say what that leaves open`);
  if (table.hidden.size > 0)
    notes.push(`${table.hidden.size} groups are not shown, so that no small group can be read or worked out`);
  if (weightKind === 'frequency' && rows > 1000 && people > 20 * rows)
    notes.push(
      'whole weights are read as counts of people; if they are sampling weights, say so, or every p-value is far too small',
    );
  if (spec.control !== undefined && population.strata.length > 200)
    notes.push(`${population.strata.length} strata are summed up and not listed`);
  if (spec.vault !== undefined && (spec.control ?? spec.rules) !== undefined)
    notes.push('strata and rules are shown only where no group of theirs is small');
  if (
    guardOf(spec).isUploadOverVault &&
    [spec.score, spec.outcomes, spec.proxies].some((asked) => asked !== undefined)
  )
    notes.push(
      'scores, amounts and proxies are not compared for an uploaded file over a vault, since a made-up value could ask about one person: audit a warehouse query',
    );
  return notes;
}
