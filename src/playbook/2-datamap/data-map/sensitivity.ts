import type { DataMapField } from '../../../check/facts/data-map.ts';
import { isSensitiveCategory, type SensitiveCategory } from '../../../kernel/categories.ts';
import { classifyField } from '../../../kernel/lexicon/index.ts';
import { sensitiveOfCategory } from '../../../kernel/taxonomy/index.ts';

/** What an entry itself says: its `sensitive` key, and its category where that is sensitive whatever the value. */
export function declaredSensitive(
  category: string | undefined,
  sensitive: readonly SensitiveCategory[] | undefined,
): readonly SensitiveCategory[] {
  const ofCategory =
    category === undefined ? [] : isSensitiveCategory(category) ? [category] : sensitiveOfCategory(category);
  return [...new Set([...(sensitive ?? []), ...ofCategory])].sort();
}

interface Seen {
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
}

type Entry = Pick<DataMapField, 'name' | 'description' | 'declaredSensitive' | 'derivedFrom'>;

/**
 * What the names and descriptions of fields betray. A field computed from a sensitive one is sensitive too, however long
 * the chain; a proxy is one by its own name alone. Names that stand in a circle share what they carry.
 */
export function seeSensitive(fields: readonly Entry[]): (name: string) => Seen {
  const own = new Map(fields.map((field) => [field.name, classify(field)]));
  const sensitive = new Map<string, Set<SensitiveCategory>>();
  const children = new Map<string, string[]>();
  for (const field of fields) {
    sensitive.set(field.name, new Set(own.get(field.name)!.sensitive));
    for (const parent of field.derivedFrom)
      children.set(parent, [...(children.get(parent) ?? []), field.name]);
  }
  const declared = new Map(fields.map((field) => [field.name, field.declaredSensitive]));

  const waiting = fields.map((field) => field.name);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const carried = [...sensitive.get(name)!, ...declared.get(name)!];
    for (const child of children.get(name) ?? []) {
      const held = sensitive.get(child)!;
      const before = held.size;
      for (const category of carried) held.add(category);
      if (held.size > before) waiting.push(child);
    }
  }
  return (name) => ({
    sensitive: [...(sensitive.get(name) ?? [])].sort(),
    proxyFor: own.get(name)?.proxyFor ?? [],
  });
}

function classify(field: Entry): Seen {
  const byName = classifyField(field.name);
  if (field.description === null) return byName;
  const byDescription = classifyField(field.description);
  return {
    sensitive: [...new Set([...byName.sensitive, ...byDescription.sensitive])],
    proxyFor: [...new Set([...byName.proxyFor, ...byDescription.proxyFor])],
  };
}
