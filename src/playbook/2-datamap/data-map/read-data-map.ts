import type { DataMapFact, DataMapField } from '../../../check/facts/data-map.ts';
import { isSensitiveCategory, SENSITIVE_CATEGORIES } from '../../../kernel/categories.ts';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { DATA_CATEGORIES, DATA_USES, isDataCategory, isDataUse } from '../../../kernel/taxonomy/index.ts';
import type { DeclaredPurpose } from '../../../kernel/taxonomy/purpose-line.ts';
import { readYaml, type YamlDocument } from '../../../kernel/yaml-document.ts';
import { type DataMapDocument, type DatasetEntry, dataMapSchema, type FieldEntry } from './schema.ts';
import { declaredSensitive, seeSensitive } from './sensitivity.ts';

export interface DataMapReading {
  readonly value: DataMapFact;
  readonly problems: readonly Problem[];
}

/** A field before what it is derived from has been followed. */
interface Draft extends Omit<DataMapField, 'seenSensitive' | 'proxyFor'> {
  readonly proxyDeclared: FieldEntry['proxy_for'];
  readonly derivedAt: (index: number) => Problem['at'];
}

/**
 * Reads the files under datamap/. What a source or a dataset says holds for its fields unless they say otherwise.
 * `purposes` are those that scruple.yaml declares beside the taxonomy. The order of the files means nothing.
 * Problems: `yaml.*`, `config.*`, `datamap.*`, `card.unknown-purpose`. A file that cannot be read adds no field.
 */
export function readDataMap(
  sources: readonly SourceText[],
  purposes: readonly DeclaredPurpose[] = [],
): DataMapReading {
  const problems: Problem[] = [];
  const drafts = new Map<string, Draft>();
  const inOrder = [...sources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  for (const source of inOrder) {
    const document = readYaml(source, dataMapSchema, 'config');
    problems.push(...document.problems);
    if (document.value !== null) {
      problems.push(...unknownPurposes(document.value, document, purposes));
      collect(document.value, document, drafts, problems);
    }
  }
  const fields = finish(drafts, problems);
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  return { value: { fields, field: (name) => byName.get(name.toLowerCase()) }, problems };
}

function collect(
  map: DataMapDocument,
  document: YamlDocument<DataMapDocument>,
  drafts: Map<string, Draft>,
  problems: Problem[],
): void {
  for (const [datasetIndex, dataset] of map.datasets.entries()) {
    for (const [fieldIndex, field] of dataset.fields.entries()) {
      const pointer = `/datasets/${datasetIndex}/fields/${fieldIndex}`;
      const draft = draftOf(map, dataset, field, pointer, document);
      const key = draft.name.toLowerCase();
      const first = drafts.get(key);
      if (first !== undefined) {
        const where = `${first.at.file}:${first.at.line}`;
        const message = `\`${draft.name}\` is described a second time`;
        problems.push(
          problem('datamap.duplicate-field', message, `keep this entry or the one in ${where}`, draft.at),
        );
        continue;
      }
      drafts.set(key, draft);
      if (
        field.category !== undefined &&
        !isDataCategory(field.category) &&
        !isSensitiveCategory(field.category)
      )
        problems.push(unknownCategory(field.category, document.at(`${pointer}/category`)));
    }
  }
}

function draftOf(
  map: DataMapDocument,
  dataset: DatasetEntry,
  field: FieldEntry,
  pointer: string,
  document: YamlDocument<DataMapDocument>,
): Draft {
  const levels = [field, dataset, map];
  const inherit = <Key extends keyof FieldEntry & keyof DatasetEntry & keyof DataMapDocument>(key: Key) =>
    levels.find((level) => level[key] !== undefined)?.[key] as FieldEntry[Key];
  return {
    name: `${dataset.dataset}.${field.field}`,
    source: map.source,
    system: map.system ?? null,
    dataset: dataset.dataset,
    subjects: dataset.subjects ?? null,
    category: field.category ?? null,
    origin: inherit('origin') ?? null,
    collectedFor: inherit('collected_for') ?? [],
    basis: inherit('basis') ?? null,
    notice: inherit('notice') ?? null,
    retention: inherit('retention') ?? null,
    systems: inherit('systems') ?? [],
    derivedFrom: field.derived_from ?? [],
    consent: inherit('consent') ?? null,
    description: field.description ?? null,
    supplier: inherit('supplier') ?? null,
    acquiredAt: inherit('acquired_at') ?? null,
    expected: inherit('expected') ?? [],
    declaredSensitive: declaredSensitive(field.category, field.sensitive),
    proxyDeclared: field.proxy_for,
    at: document.at(`${pointer}/field`),
    derivedAt: (index) => document.at(`${pointer}/derived_from/${index}`),
  };
}

/** Resolves what fields are derived from, and lets sensitivity flow along it. */
function finish(drafts: ReadonlyMap<string, Draft>, problems: Problem[]): DataMapField[] {
  const resolved = [...drafts.values()].map((draft) => {
    const derivedFrom = draft.derivedFrom.map((name, index) => {
      const found = drafts.get(name.toLowerCase()) ?? drafts.get(`${draft.dataset}.${name}`.toLowerCase());
      if (found === undefined) problems.push(unknownOrigin(name, drafts, draft.derivedAt(index)));
      return found?.name ?? name;
    });
    return { ...draft, derivedFrom };
  });
  const seen = seeSensitive(resolved);
  return resolved.map(({ proxyDeclared, derivedAt: _, ...field }) => {
    const own = seen(field.name);
    return {
      ...field,
      seenSensitive: own.sensitive,
      proxyFor: [...new Set([...(proxyDeclared ?? []), ...own.proxyFor])].sort(),
    };
  });
}

function unknownPurposes(
  map: DataMapDocument,
  document: YamlDocument<DataMapDocument>,
  purposes: readonly DeclaredPurpose[],
): Problem[] {
  const named: Array<[string, string]> = [];
  const take = (level: Pick<FieldEntry, 'collected_for' | 'expected'>, pointer: string): void => {
    for (const [index, purpose] of (level.collected_for ?? []).entries())
      named.push([purpose, `${pointer}/collected_for/${index}`]);
    for (const [index, { purpose }] of (level.expected ?? []).entries())
      named.push([purpose, `${pointer}/expected/${index}/purpose`]);
  };
  take(map, '');
  for (const [position, dataset] of map.datasets.entries()) {
    take(dataset, `/datasets/${position}`);
    for (const [index, field] of dataset.fields.entries())
      take(field, `/datasets/${position}/fields/${index}`);
  }
  const known = [...Object.keys(DATA_USES), ...purposes.map(({ key }) => key)];
  return named
    .filter(([purpose]) => !isDataUse(purpose) && !purposes.some(({ key }) => key === purpose))
    .map(([purpose, pointer]) =>
      problem(
        'card.unknown-purpose',
        `\`${purpose}\` is no purpose that is known`,
        suggest(
          purpose,
          known,
          'use a key of the data use taxonomy, or declare it under `purposes` in scruple.yaml',
        ),
        document.at(pointer),
      ),
    );
}

const unknownCategory = (category: string, at: Problem['at']): Problem =>
  problem(
    'datamap.unknown-category',
    `\`${category}\` is no data category that is known`,
    suggest(
      category,
      [...Object.keys(DATA_CATEGORIES), ...Object.keys(SENSITIVE_CATEGORIES)],
      'use a key of the data category taxonomy or a sensitive category code',
    ),
    at,
  );

const unknownOrigin = (name: string, drafts: ReadonlyMap<string, Draft>, at: Problem['at']): Problem =>
  problem(
    'datamap.unknown-field',
    `\`${name}\` is not in the data map`,
    suggest(
      name,
      [...drafts.values()].map((draft) => draft.name),
      'describe the field in a file under datamap/, or name one that is there',
    ),
    at,
  );

function suggest(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : `write \`${near}\``;
}
