import { posix } from 'node:path';
import type { CardFact } from '../../../check/facts/card.ts';
import type { DataMapFact } from '../../../check/facts/data-map.ts';
import type { UsedField } from '../../../check/facts/field-use.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readCard } from '../../../playbook/1-boundaries/use-card/read-card.ts';
import { usedFields } from '../../../playbook/2-datamap/used-fields/used-fields.ts';
import { type DefinitionFile, definitionsOf } from '../../definition-files.ts';
import { readAudienceParts, readMessages, readModels } from '../../read-parts.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';

/** What a use does with one field. */
export interface FieldUse {
  readonly field: string;
  /** Whether the data map has it. */
  readonly isKnown: boolean;
  readonly where: readonly UsedField['where'][];
  /** Whether it decides who is reached, left out or ranked. */
  readonly decides: boolean;
}

/** A version never changes: its fields are read once for each data map while the server runs. */
const READ = new Map<string, readonly FieldUse[]>();
const MOST_KEPT = 5000;
const keyOf = (versionId: string, mapHash: string): string => `${versionId} ${mapHash}`;

/** The fields of a version where they are known already, so that its files need not be fetched. */
export const keptFields = (versionId: string, mapHash: string): readonly FieldUse[] | null =>
  READ.get(keyOf(versionId, mapHash)) ?? null;

/** Every field that a version touches: those of the data map, and names beside it that are no merge tag. */
export async function fieldsOfUse(
  {
    id,
    versionId,
    files,
  }: { readonly id: string; readonly versionId: string; readonly files: readonly PushedFile[] },
  dataMap: DataMapFact,
  mapHash: string,
): Promise<readonly FieldUse[]> {
  const fields = await readFields(id, files, dataMap);
  if (READ.size >= MOST_KEPT) READ.delete(READ.keys().next().value!);
  READ.set(keyOf(versionId, mapHash), fields);
  return fields;
}

async function readFields(
  id: string,
  files: readonly PushedFile[],
  dataMap: DataMapFact,
): Promise<readonly FieldUse[]> {
  const sources = new Map(files.map(({ path, text }) => [path, new SourceText(path, text)]));
  const text = sources.get(`uses/${id}/use.yaml`);
  const card = text === undefined ? null : readCard(text, id, []).fact;
  if (card === null) return [];
  const definitions = definitionsIn(card, id, sources);
  const audience = await readAudienceParts(card, definitions, dataMap);
  const messages = { messages: readMessages(card, definitions, text).value };
  const { used } = usedFields(
    card,
    audience.value,
    messages,
    readModels(card, definitions, dataMap).value,
    dataMap,
  );
  const named = used.filter(({ entry, where }) => entry !== null || where !== 'message');
  return [...Map.groupBy(named, ({ name }) => name)].map(([field, all]) => ({
    field,
    isKnown: all.some(({ entry }) => entry !== null),
    where: [...new Set(all.map(({ where }) => where))],
    decides: all.some(({ decides }) => decides),
  }));
}

const definitionsIn = (
  card: CardFact,
  id: string,
  sources: ReadonlyMap<string, SourceText>,
): readonly DefinitionFile[] =>
  definitionsOf(card.card).map((reference) => ({
    ...reference,
    source: sources.get(posix.normalize(`uses/${id}/${reference.path}`)) ?? null,
  }));
