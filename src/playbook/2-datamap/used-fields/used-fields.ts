import type { AudienceFact } from '../../../check/facts/audience.ts';
import type { CardFact } from '../../../check/facts/card.ts';
import type { DataMapFact, DataMapField } from '../../../check/facts/data-map.ts';
import type { UsedField, UsedFieldsFact } from '../../../check/facts/field-use.ts';
import type { MessagesFact } from '../../../check/facts/message.ts';
import type { ModelsFact } from '../../../check/facts/model.ts';
import type { Location } from '../../../kernel/source-text.ts';
import { fieldResolver } from './resolve-field.ts';

/** First words of names by which vendor formats speak of things that are no field of a person. */
const NO_FIELD = new Set(['consent', 'segments', 'messages', 'geo', 'random']);

/**
 * Every data field that a use touches anywhere, with its data map entry. A name that no entry, or more than one, fits has
 * the entry `null`: many merge tags (a link, a shop name) are no data about a person.
 */
export function usedFields(
  card: CardFact,
  audience: AudienceFact | null,
  messages: MessagesFact | null,
  models: ModelsFact | null,
  dataMap: DataMapFact,
): UsedFieldsFact {
  const resolver = fieldResolver(dataMap);
  const used = new Map<string, UsedField>();
  const add = (
    name: string,
    entry: DataMapField | null,
    where: UsedField['where'],
    decides: boolean,
    at: Location,
  ): void => {
    const field: UsedField = { name: entry?.name ?? name, entry, where, decides, at };
    const key = [field.name.toLowerCase(), where, decides, at.file, at.line, at.column].join('\n');
    if (!used.has(key)) used.set(key, field);
  };

  card.card.fields?.forEach((name, index) => {
    add(name, resolver.column(name), 'declared', false, card.at(`/fields/${index}`));
  });
  card.card.suppliers?.forEach((supplier, position) => {
    supplier.fields?.forEach((name, index) => {
      add(name, resolver.column(name), 'supplier', false, card.at(`/suppliers/${position}/fields/${index}`));
    });
  });
  for (const { reading } of audience?.parts ?? []) {
    for (const use of reading.fields) {
      const first = use.field.split('.')[0]!;
      const isSql = reading.format === 'sql' || reading.format === 'rules';
      const resolved = isSql
        ? resolver.column(use.field, use.jsonPath)
        : NO_FIELD.has(first)
          ? null
          : resolver.foreign(use.field);
      const written = use.jsonPath === null ? use.field : `${use.field}${use.jsonPath.replace(/^\$/, '')}`;
      add(written, resolved, 'audience', use.role !== 'output', use.at);
    }
  }
  for (const message of messages?.messages ?? []) {
    for (const tag of message.mergeTags) {
      if (tag.path !== null) add(tag.path, resolver.foreign(tag.path), 'message', false, tag.at);
    }
  }
  for (const model of models?.models ?? []) {
    for (const feature of model.features ?? []) {
      const entry = feature.field === null ? resolver.foreign(feature.name) : resolver.column(feature.field);
      add(feature.field ?? feature.name, entry, 'score', true, feature.at);
    }
  }
  return { used: [...used.values()] };
}
