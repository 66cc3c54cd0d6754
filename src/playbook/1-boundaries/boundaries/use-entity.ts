import type { AudienceFact } from '../../../check/facts/audience.ts';
import type { CardFact } from '../../../check/facts/card.ts';
import type { ContentFact } from '../../../check/facts/content.ts';
import type { UsedFieldsFact } from '../../../check/facts/field-use.ts';
import type { PathsFact } from '../../../check/facts/paths.ts';
import type { SettingsFact } from '../../../check/facts/settings.ts';
import { isSpecial, isVulnerability, type SensitiveCategory } from '../../../kernel/categories.ts';
import { purposeLine } from '../../../kernel/taxonomy/purpose-line.ts';
import { parentOf } from '../../../kernel/taxonomy/tree.ts';
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
  const deciding = decidingCategories(audience, usedFields);
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
    categories: [...deciding.selecting, ...deciding.excluding],
    selectedBy: deciding.selecting,
    excludedBy: deciding.excluding,
    proxies: deciding.proxies,
    usedCategories: [
      ...deciding.selecting,
      ...deciding.excluding,
      ...entries.flatMap((entry) => [...entry.declaredSensitive, ...entry.seenSensitive]),
    ],
    special: [...deciding.selecting, ...deciding.excluding].some(isSpecial),
    vulnerable: [...deciding.selecting, ...deciding.excluding].some(isVulnerability),
    minors: deciding.selecting.includes('age_minor'),
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

function decidingCategories(audience: AudienceFact | null, { used }: UsedFieldsFact) {
  const selecting: SensitiveCategory[] = [];
  const excluding: SensitiveCategory[] = [];
  const proxies: SensitiveCategory[] = [];
  const roleAt = new Map<string, 'exclude' | 'other'>();
  for (const { part, reading } of audience?.parts ?? []) {
    for (const field of reading.fields) {
      if (field.role === 'output') continue;
      const leavesOut = field.role === 'exclude' || part === 'exclude';
      roleAt.set(placeOf(field.at), leavesOut ? 'exclude' : 'other');
      (leavesOut ? excluding : selecting).push(...field.sensitive);
      proxies.push(...field.proxyFor);
    }
  }
  for (const { entry, decides, at } of used) {
    if (entry === null || !decides) continue;
    const own = [...entry.declaredSensitive, ...entry.seenSensitive];
    (roleAt.get(placeOf(at)) === 'exclude' ? excluding : selecting).push(...own);
    proxies.push(...entry.proxyFor);
  }
  return { selecting, excluding, proxies };
}

const placeOf = (at: { file: string; line: number; column: number }): string =>
  `${at.file}\n${at.line}\n${at.column}`;

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
