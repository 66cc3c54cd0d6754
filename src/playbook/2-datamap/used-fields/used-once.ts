import type { DataMapField } from '../../../check/facts/data-map.ts';
import type { UsedField, UsedFieldsFact } from '../../../check/facts/field-use.ts';
import type { Evidence } from '../../../kernel/evidence.ts';
import { isUnder } from '../../../kernel/taxonomy/tree.ts';

/** A used field with its entry in the data map. */
export type KnownField = UsedField & { readonly entry: DataMapField };

/** Every used field that the data map knows, once: where it decides, if it does anywhere, else where it is met first. */
export function knownFields({ used }: UsedFieldsFact): readonly KnownField[] {
  const found = new Map<string, KnownField>();
  for (const field of used) {
    const { entry, name, decides } = field;
    if (entry === null) continue;
    const key = name.toLowerCase();
    const before = found.get(key);
    if (before === undefined || (decides && !before.decides)) found.set(key, { ...field, entry });
  }
  return [...found.values()];
}

const POINTERS: Record<UsedField['where'], string> = {
  declared: '/fields',
  audience: '/audience',
  message: '/messages',
  score: '/scores',
  supplier: '/suppliers',
};

/** Where a field is used, and what the data map says of it there. */
export function fieldEvidence({ name, where, at, entry }: UsedField): readonly [Evidence, ...Evidence[]] {
  const used: Evidence = { type: 'field', at, pointer: POINTERS[where], value: name };
  return entry === null ? [used] : [used, { type: 'path', at: entry.at, hops: [entry.source, entry.name] }];
}

/** At most five names, as a finding lists them. */
export function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => `\`${name}\``)
    .join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** Keys join tables and name the person to a system; by themselves they carry nothing about the person. */
export const isKey = ({ name, entry }: Pick<UsedField, 'name' | 'entry'>): boolean =>
  isUnder(entry?.category ?? '', 'user.unique_id') ||
  /(?:^|[._])(?:id|uuid|guid|key|pk|hash|md5|sha\d*)$/i.test(name);
