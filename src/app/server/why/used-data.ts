import type { DataMapField } from '../../../check/facts/data-map.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { Basis, Origin } from '../../../kernel/vocabulary.ts';
import { readStoredFiles, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { definitionsOf } from '../../definition-files.ts';
import { readAudienceParts } from '../../read-parts.ts';
import { fieldsOfUse } from '../datamap/fields-of-use.ts';
import { type VersionContent, versionContent } from '../explanations/version-content.ts';

/** One kind of data that a use rests on, as the data map of its workspace and the version that ran say it. */
export interface UsedData {
  /** `dataset.field`. */
  readonly field: string;
  /** Of the taxonomy; `null` where the data map does not say. */
  readonly category: string | null;
  readonly origin: Origin | null;
  readonly basis: Basis | null;
  readonly supplier: string | null;
  /** Whether it decides who is reached; else it only fills the message. */
  readonly decides: boolean;
  /** How the segment compares it, as `age >= 18`; none where it does not. */
  readonly comparisons: readonly string[];
  /** Whether it is, betrays or stands in for something that nobody else at the screen should read. */
  readonly isDelicate: boolean;
}

/** Every field that the version touches, read from its segment, messages and scores, never from what its card tells of them. */
export async function usedDataOf(db: Database, use: Use, version: UseVersion): Promise<readonly UsedData[]> {
  const content = await versionContent(db, use, version);
  const files = version.files as ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  const texts = await readStoredFiles(
    db,
    files.map(({ hash }) => hash),
  );
  const { dataMap } = content;
  const fields = await fieldsOfUse(
    {
      id: use.id,
      versionId: version.id,
      files: files.map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' })),
    },
    dataMap,
    contentHash(dataMap.fields.map(({ at: _, ...field }) => field)),
  );
  const compared = await comparisonsOf(content);
  return fields.map(({ field, decides }) => {
    const entry = dataMap.field(field);
    const uses = compared.get(field.toLowerCase()) ?? [];
    return {
      field,
      category: entry?.category ?? null,
      origin: entry?.origin ?? null,
      basis: entry?.basis ?? null,
      supplier: entry?.supplier ?? null,
      decides,
      comparisons: [
        ...new Set(
          uses.flatMap(({ role, comparison }) =>
            comparison === undefined || role === 'join' ? [] : [comparison],
          ),
        ),
      ],
      // What the data map does not know may be anything.
      isDelicate: entry === undefined || isDelicate(entry) || uses.some((one) => isDelicateUse(one)),
    };
  });
}

interface Compared {
  readonly role: string;
  readonly comparison?: string;
  readonly sensitive: readonly string[];
  readonly proxyFor: readonly string[];
}

async function comparisonsOf(content: VersionContent): Promise<ReadonlyMap<string, readonly Compared[]>> {
  const definitions = definitionsOf(content.card).map((one) => ({ ...one, source: content.file(one.path) }));
  const { value } = await readAudienceParts(content.cardFact, definitions, content.dataMap);
  return Map.groupBy(
    value.parts.flatMap(({ reading }) => reading.fields).filter(({ role }) => role !== 'output'),
    ({ field }) => field.toLowerCase(),
  );
}

const isDelicate = ({ declaredSensitive, seenSensitive, proxyFor }: DataMapField): boolean =>
  declaredSensitive.length + seenSensitive.length + proxyFor.length > 0;
const isDelicateUse = ({ sensitive, proxyFor }: Compared): boolean => sensitive.length + proxyFor.length > 0;
