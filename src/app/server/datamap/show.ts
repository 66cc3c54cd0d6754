import type { DataMapFact, DataMapField } from '../../../check/facts/data-map.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readDataMap } from '../../../playbook/2-datamap/data-map/read-data-map.ts';
import { type FieldUse, fieldsOfUse } from './fields-of-use.ts';
import type { DataMapInput, PushedUse } from './input.ts';

/** A field with where it comes from; `source` is `null` where the data map does not know it. */
export interface ShownField
  extends Pick<DataMapField, 'category' | 'origin' | 'collectedFor' | 'basis' | 'retention' | 'description'> {
  readonly name: string;
  readonly source: string | null;
  readonly dataset: string | null;
  readonly system: string | null;
  readonly sensitive: readonly string[];
  readonly standsFor: readonly string[];
}

/** A field that a use touches. */
export interface Edge extends Omit<FieldUse, 'isKnown'> {
  readonly use: string;
  /** That of the use; where its card states none, that of the field. */
  readonly basis: string | null;
  /** What goes further than people expect, as findings say it. */
  readonly overreach: ReadonlyArray<{ readonly check: string; readonly what: string }>;
}

export interface ShownDataMap {
  readonly workspaces: readonly string[];
  readonly workspace: string | null;
  readonly fields: readonly ShownField[];
  readonly uses: ReadonlyArray<{
    readonly id: string;
    readonly kind: string;
    readonly purpose: string | null;
    readonly basis: string | null;
    readonly state: string;
  }>;
  readonly edges: readonly Edge[];
  /** Whether there are more uses than are shown. */
  readonly isCut: boolean;
  /** What of the data map could not be read. */
  readonly problems: ReadonlyArray<{ readonly message: string; readonly file: string | null }>;
}

/** The data map of a workspace, with what its uses do with each field. Takes no store. */
export async function dataMapOf(input: DataMapInput): Promise<ShownDataMap> {
  const { workspaces, workspace, maps, mapHash, uses, isCut, overreach } = input;
  const { value: dataMap, problems } = readDataMap(maps.map(({ path, text }) => new SourceText(path, text)));
  const said = Map.groupBy(overreach, ({ use }) => use);
  const edges: Edge[] = [];
  const strangers = new Set<string>();
  for (const use of uses) {
    for (const { isKnown, ...touched } of use.fields ?? (await fieldsOfUse(use, dataMap, mapHash))) {
      if (!isKnown) strangers.add(touched.field);
      edges.push({
        ...touched,
        use: use.id,
        basis: use.card.basis ?? dataMap.field(touched.field)?.basis ?? null,
        overreach: (said.get(use.id) ?? [])
          .filter(({ finding }) => finding.what.includes(`\`${touched.field}\``))
          .map(({ finding: { check, what } }) => ({ check, what })),
      });
    }
  }
  return {
    workspaces,
    workspace,
    fields: [...dataMap.fields.map(known), ...[...strangers].sort().map(stranger)],
    uses: uses.map(shownUse),
    edges,
    isCut,
    problems: problems.map(({ message, at }) => ({ message, file: at?.file ?? null })),
  };
}

const shownUse = ({ id, state, card }: PushedUse): ShownDataMap['uses'][number] => ({
  id,
  kind: card.kind,
  purpose: card.purpose ?? null,
  basis: card.basis ?? null,
  state,
});

const known = (field: DataMapFact['fields'][number]): ShownField => ({
  name: field.name,
  source: field.source,
  dataset: field.dataset,
  system: field.system,
  category: field.category,
  origin: field.origin,
  collectedFor: field.collectedFor,
  basis: field.basis,
  retention: field.retention,
  description: field.description,
  sensitive: [...new Set([...field.declaredSensitive, ...field.seenSensitive])],
  standsFor: field.proxyFor,
});

const stranger = (name: string): ShownField => ({
  name,
  source: null,
  dataset: null,
  system: null,
  category: null,
  origin: null,
  collectedFor: [],
  basis: null,
  retention: null,
  description: null,
  sensitive: [],
  standsFor: [],
});
