import type { DataMapFact } from '../../../check/facts/data-map.ts';
import type { ModelFeature } from '../../../check/facts/model.ts';

const LONGEST = 120;

/** A feature as people read it: the first sentence of its data map entry, or its name with the joints taken out. */
export function wordsOf({ name, field }: Pick<ModelFeature, 'name' | 'field'>, dataMap: DataMapFact): string {
  const described = field === null ? null : (dataMap.field(field)?.description ?? null);
  const text = described === null ? spoken(name) : firstSentence(described);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

const firstSentence = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().split('. ')[0]!.replace(/\.$/, '');

const spoken = (name: string): string =>
  (name.split('.').at(-1) ?? name)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();
