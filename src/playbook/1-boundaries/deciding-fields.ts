import type { AudienceFact, AudiencePart, FieldUse } from '../../check/facts/audience.ts';
import type { UseCard } from '../../check/facts/card.ts';
import type { DataMapField } from '../../check/facts/data-map.ts';
import type { UsedField, UsedFieldsFact } from '../../check/facts/field-use.ts';
import type { SensitiveCategory } from '../../kernel/categories.ts';
import { isDenied } from '../../kernel/denied-values.ts';
import type { Location } from '../../kernel/source-text.ts';

/** A field that decides who is picked, left out or ranked, with what the data map and the definition tell of it. */
export interface DecidingField {
  readonly name: string;
  readonly entry: DataMapField | null;
  readonly sensitive: readonly SensitiveCategory[];
  readonly proxyFor: readonly SensitiveCategory[];
  /** Whether people are picked or ranked by it; otherwise it leaves them out. */
  readonly picks: boolean;
  readonly at: Location;
}

/** The deciding fields of a use, in the order in which they are met. `null` stands for an audience that nobody knows. */
export function decidingFields(
  card: UseCard,
  audience: AudienceFact | null,
  { used }: UsedFieldsFact,
): readonly DecidingField[] {
  const byPlace = Map.groupBy(
    used.filter(({ where }) => where === 'audience'),
    ({ at }) => placeOf(at),
  );
  const inAudience = (audience?.parts ?? []).flatMap((part) =>
    part.reading.fields
      .filter(({ role }) => role !== 'output')
      .map((field): DecidingField => {
        const same = byPlace
          .get(placeOf(field.at))
          ?.find((one) => lastWord(one.name) === lastWord(field.jsonPath ?? field.field));
        const entry = same?.entry ?? null;
        return {
          name: entry?.name ?? field.field,
          entry,
          sensitive: union(field.sensitive, entry?.declaredSensitive, entry?.seenSensitive),
          proxyFor: union(field.proxyFor, entry?.proxyFor),
          picks: picks(field, part, card),
          at: field.at,
        };
      }),
  );
  const inScores = used.filter(({ where, decides }) => where === 'score' && decides).map(fromScore);
  return [...inAudience, ...inScores];
}

const fromScore = ({ name, entry, at }: UsedField): DecidingField => ({
  name,
  entry,
  sensitive: union(entry?.declaredSensitive, entry?.seenSensitive),
  proxyFor: union(entry?.proxyFor),
  picks: true,
  at,
});

/** Whom a definition of exclusion selects is left out, and `is_bereaved = false` picks the others. */
function picks(field: FieldUse, { part, pointer }: AudiencePart, card: UseCard): boolean {
  const selects = (field.role === 'exclude') === isDenied(field);
  if (part === 'exclude') return !selects;
  const type = part === 'rule' ? card.rules?.[Number(pointer.split('/').at(-1))]?.type : undefined;
  const leavesOut =
    type === undefined ? card.kind === 'suppression' : type === 'suppression' || type === 'opt-out';
  return leavesOut ? !selects : selects;
}

const placeOf = ({ file, line, column }: Location): string => `${file}\n${line}\n${column}`;

const lastWord = (name: string): string => name.toLowerCase().split('.').at(-1)!;

const union = (...lists: ReadonlyArray<readonly SensitiveCategory[] | undefined>): SensitiveCategory[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort();
