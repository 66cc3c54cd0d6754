import type { AudienceFact } from '../../../check/facts/audience.ts';
import type { CardFact } from '../../../check/facts/card.ts';
import type { ContentFact } from '../../../check/facts/content.ts';
import type { UsedFieldsFact } from '../../../check/facts/field-use.ts';
import type { PathsFact } from '../../../check/facts/paths.ts';
import type { SettingsFact } from '../../../check/facts/settings.ts';
import { isSpecial, isVulnerability } from '../../../kernel/categories.ts';
import { purposeLine } from '../../../kernel/taxonomy/purpose-line.ts';
import { parentOf } from '../../../kernel/taxonomy/tree.ts';
import { decidingFields } from '../deciding-fields.ts';
import { UNDECLARED, type UseAttributeName } from './use-attributes.ts';

/** A use as boundaries see it. */
export interface UseEntity {
  readonly organisation: string;
  readonly use: string;
  readonly attributes: Readonly<Record<UseAttributeName, string | boolean | string[]>>;
  /** What could not be read in full, with the reason: no boundary that asks for it is answered by silence. */
  readonly unread: Readonly<Partial<Record<'audience' | 'content', string>>>;
}

export interface UseEntityInput {
  readonly card: CardFact;
  readonly settings: SettingsFact;
  /** `null` where nobody could tell. */
  readonly audience: AudienceFact | null;
  readonly usedFields: UsedFieldsFact;
  readonly content: ContentFact | null;
  readonly paths: PathsFact;
}

/** Gathers what boundaries can ask about a use. Declared and seen are joined, so that the stricter one counts. */
export function useEntity({
  card: { card },
  settings,
  audience,
  usedFields,
  content,
  paths,
}: UseEntityInput): UseEntity {
  const deciding = decidingFields(card, audience, usedFields);
  const categoriesOf = (fields: typeof deciding) => fields.flatMap(({ sensitive }) => sensitive);
  const selectedBy = categoriesOf(deciding.filter(({ picks }) => picks));
  const excludedBy = categoriesOf(deciding.filter(({ picks }) => !picks));
  const categories = [...selectedBy, ...excludedBy];
  const used = usedFields.used;
  const entries = used.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const attributes = {
    kind: card.kind,
    owner: card.owner ?? UNDECLARED,
    approver: card.approver ?? UNDECLARED,
    purpose: card.purpose ?? UNDECLARED,
    purposes: card.purpose === undefined ? [] : purposeLine(card.purpose, settings.purposes),
    basis: card.basis ?? UNDECLARED,
    intent: card.intent ?? UNDECLARED,
    seenIntents: content?.seenIntents ?? [],
    sells: card.intent === 'sell' || (content?.sells ?? false),
    channels: card.channels ?? [],
    jurisdictions: (card.jurisdictions ?? settings.jurisdictions).flatMap(withWider),
    themes: card.themes ?? [],
    decision: card.automation?.decision ?? UNDECLARED,
    expansion: card.audience?.expansion ?? UNDECLARED,
    categories,
    selectedBy,
    excludedBy,
    proxies: deciding.flatMap(({ proxyFor }) => proxyFor),
    usedCategories: [
      ...categories,
      ...entries.flatMap((entry) => [...entry.declaredSensitive, ...entry.seenSensitive]),
    ],
    special: selectedBy.some(isSpecial),
    vulnerable: selectedBy.some(isVulnerability),
    minors: selectedBy.includes('age_minor'),
    fields: used.map(({ name }) => name),
    fieldCategories: entries.flatMap(({ category }) => (category === null ? [] : lineOf(category))),
    origins: entries.flatMap(({ origin }) => (origin === null ? [] : [origin])),
    systems: entries.flatMap(({ systems }) => systems),
    suppliers: (card.suppliers ?? []).map(({ name }) => name),
    records: (['lia', 'dpia', 'duty'] as const).filter((record) => card.records?.[record] !== undefined),
    askedFor: paths.askedFor.open,
    owed: paths.owed.open,
    protective: paths.protective.open,
  } satisfies Record<UseAttributeName, string | boolean | readonly string[]>;

  return {
    organisation: settings.organisation,
    use: card.use,
    attributes: mapValues(attributes, (value) =>
      typeof value === 'object' ? [...new Set(value)].sort() : value,
    ),
    unread: unreadOf(audience, content),
  };
}

/** `us-ca` with `us`. */
function withWider(jurisdiction: string): string[] {
  const parts = jurisdiction.split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}

function lineOf(category: string): string[] {
  const line: string[] = [];
  for (let key: string | null = category; key !== null; key = parentOf(key)) line.push(key);
  return line;
}

function unreadOf(audience: AudienceFact | null, content: ContentFact | null): UseEntity['unread'] {
  const part = audience?.parts.find(({ reading }) => !reading.assessed);
  return {
    ...(audience === null ? { audience: 'the audience could not be read' } : {}),
    ...(part === undefined ? {} : { audience: `\`${part.reading.file ?? part.pointer}\` could not be read` }),
    ...(content === null ? { content: 'the messages could not be read' } : {}),
  };
}

const mapValues = <Key extends string, From, To>(
  record: Record<Key, From>,
  map: (value: From) => To,
): Record<Key, To> =>
  Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, map(value)])) as Record<
    Key,
    To
  >;
