import type { AudienceFact, AudiencePart, FieldUse } from '../../check/facts/audience.ts';
import type { CardFact, UseCard } from '../../check/facts/card.ts';
import type { DataMapFact, DataMapField } from '../../check/facts/data-map.ts';
import type { ModelsFact } from '../../check/facts/model.ts';
import type { SensitiveCategory } from '../../kernel/categories.ts';
import { isDenied } from '../../kernel/denied-values.ts';
import type { Evidence } from '../../kernel/evidence.ts';

/**
 * What a field does to the people it speaks of: `reaches` them, `spares` them (they are left out), or `judges` them (a
 * score, a rule or a price depends on it).
 */
export type Effect = 'reaches' | 'spares' | 'judges';

/** A field that decides who is reached, left out or judged, with all that is known of it. */
export interface Decider {
  /** As people read it: the field, and the key inside it. */
  readonly name: string;
  readonly effect: Effect;
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
  readonly entry: DataMapField | null;
  /** Every place where it decides so; empty for a feature of a score. */
  readonly uses: readonly FieldUse[];
  readonly values: readonly string[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

interface Sources {
  readonly card: CardFact;
  readonly audience: AudienceFact;
  readonly dataMap: DataMapFact;
  readonly models?: ModelsFact;
}

/** The deciding fields of a use, one entry per field and effect, in the order in which they are met. */
export function decidersOf({ card: { card }, audience, dataMap, models }: Sources): readonly Decider[] {
  const found = new Map<string, Decider>();
  const add = (decider: Decider): void => {
    const key = `${decider.effect} ${decider.name.toLowerCase()}`;
    const before = found.get(key);
    found.set(key, before === undefined ? decider : merge(before, decider));
  };
  for (const part of audience.parts)
    for (const use of part.reading.fields)
      if (use.role !== 'output') add(fromUse(use, part, card, dataMap.field(use.field) ?? null));
  for (const { pointer, features } of models?.models ?? [])
    for (const feature of features ?? []) {
      const entry = feature.field === null ? null : (dataMap.field(feature.field) ?? null);
      add({
        name: feature.field ?? feature.name,
        effect: 'judges',
        sensitive: union(feature.sensitive, entry?.declaredSensitive, entry?.seenSensitive),
        proxyFor: union(feature.proxyFor, entry?.proxyFor),
        entry,
        uses: [],
        values: [],
        evidence: [{ type: 'field', at: feature.at, pointer, value: feature.name }],
      });
    }
  return [...found.values()];
}

function fromUse(use: FieldUse, part: AudiencePart, card: UseCard, entry: DataMapField | null): Decider {
  const name = use.jsonPath === null ? use.field : `${use.field} ${use.jsonPath}`;
  const seen: Evidence = { type: 'field', at: use.at, pointer: part.pointer, value: name };
  return {
    name,
    effect: effectOf(use, part, card),
    sensitive: union(use.sensitive, entry?.declaredSensitive, entry?.seenSensitive),
    proxyFor: union(use.proxyFor, entry?.proxyFor),
    entry,
    uses: [use],
    values: use.values,
    evidence: use.path.length > 0 ? [seen, { type: 'path', at: use.at, hops: use.path }] : [seen],
  };
}

/** The people whom a definition selects are those left out, where the definition is one of exclusion. */
function effectOf(use: FieldUse, { part, pointer }: AudiencePart, card: UseCard): Effect {
  const selects = (use.role === 'exclude') === isDenied(use);
  if (part === 'exclude') return selects ? 'spares' : 'reaches';
  if (part === 'rule') {
    const rule = card.rules?.[Number(pointer.split('/').at(-1))];
    const type = rule?.type ?? (card.kind === 'suppression' ? 'suppression' : 'eligibility');
    if (type === 'opt-out' || type === 'suppression') return selects ? 'spares' : 'reaches';
    return 'judges';
  }
  if (JUDGING_KINDS.has(card.kind)) return 'judges';
  if (card.kind === 'suppression') return selects ? 'spares' : 'reaches';
  return selects ? 'reaches' : 'spares';
}

const JUDGING_KINDS: ReadonlySet<string> = new Set(['eligibility', 'pricing', 'score', 'service-routing']);

const merge = (a: Decider, b: Decider): Decider => ({
  ...a,
  sensitive: union(a.sensitive, b.sensitive),
  proxyFor: union(a.proxyFor, b.proxyFor),
  entry: a.entry ?? b.entry,
  uses: [...a.uses, ...b.uses],
  values: [...a.values, ...b.values],
  evidence: [...a.evidence, ...b.evidence],
});

const union = (...lists: ReadonlyArray<readonly SensitiveCategory[] | undefined>): SensitiveCategory[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];
