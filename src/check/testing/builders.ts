import type { Gravity } from '../../kernel/gravity.ts';
import { type Location, SourceText } from '../../kernel/source-text.ts';
import type { Jurisdiction } from '../../kernel/vocabulary.ts';
import type { Check } from '../define.ts';
import type { AudienceFact, AudiencePart, AudienceReading, FieldUse } from '../facts/audience.ts';
import type { CardFact, UseCard } from '../facts/card.ts';
import type { DataMapFact, DataMapField } from '../facts/data-map.ts';
import type { FactName, FactStates, Facts } from '../facts/index.ts';
import { known } from '../facts/index.ts';
import type { Message, MessageBlock, WordingHit } from '../facts/message.ts';
import type { PathsFact } from '../facts/paths.ts';
import type { SettingsFact } from '../facts/settings.ts';
import type { NotAssessed } from '../finding.ts';
import { runCheck } from '../run.ts';

/** The moment at which tests judge. */
export const NOW = new Date('2026-11-20T09:00:00Z');

export const somewhere = (file = 'uses/test/use.yaml'): Location => ({
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
});

/** A card fact over a card; every pointer lies on the first line. */
export const cardFact = (card: Partial<UseCard> = {}): CardFact => ({
  card: { use: 'test', kind: 'campaign', ...card },
  file: 'uses/test/use.yaml',
  at: () => somewhere(),
});

export const settingsFact = (settings: Partial<SettingsFact> = {}): SettingsFact => ({
  organisation: 'Test (fictional)',
  jurisdictions: ['eu'],
  auditGroups: [],
  missions: [],
  purposes: [],
  ...settings,
});

export const dataMapField = (name: string, entry: Partial<DataMapField> = {}): DataMapField => ({
  name,
  source: name.split('.')[0]!,
  system: null,
  dataset: name.split('.').slice(0, -1).join('.'),
  subjects: 'customer',
  category: null,
  origin: 'provided',
  collectedFor: [],
  basis: null,
  notice: null,
  retention: null,
  systems: [],
  derivedFrom: [],
  consent: null,
  description: null,
  declaredSensitive: [],
  seenSensitive: [],
  proxyFor: [],
  at: somewhere('datamap/test.yaml'),
  ...entry,
});

export function dataMapFact(fields: readonly DataMapField[] = []): DataMapFact {
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  return { fields, field: (name) => byName.get(name.toLowerCase()) };
}

export const fieldUse = (field: string, use: Partial<FieldUse> = {}): FieldUse => ({
  field,
  role: 'include',
  jsonPath: null,
  path: [],
  values: [],
  sensitive: [],
  proxyFor: [],
  at: somewhere('uses/test/segment.sql'),
  ...use,
});

export const audienceReading = (
  fields: readonly FieldUse[],
  reading: Partial<AudienceReading> = {},
): AudienceReading => ({
  id: 'segment',
  file: 'uses/test/segment.sql',
  dialect: 'postgres',
  format: 'sql',
  assessed: true,
  problem: null,
  fields,
  unresolved: [],
  namedPeople: null,
  ...reading,
});

export const audiencePart = (
  fields: readonly FieldUse[],
  part: Partial<AudiencePart> = {},
): AudiencePart => ({
  part: 'segment',
  pointer: '/audience/segment',
  reading: audienceReading(fields),
  whole: somewhere('uses/test/segment.sql'),
  ...part,
});

export const audienceFact = (...parts: readonly AudiencePart[]): AudienceFact => ({ parts });

export function messageBlock(text: string, block: Partial<MessageBlock> = {}): MessageBlock {
  const source = new SourceText('uses/test/message.txt', text);
  return { role: 'body', text, language: 'en', at: (start, end) => source.location(start, end), ...block };
}

export const message = (blocks: readonly MessageBlock[], rest: Partial<Message> = {}): Message => ({
  file: 'uses/test/message.txt',
  format: 'text',
  variant: null,
  channel: 'email',
  language: 'en',
  messageHash: 'sha256:test',
  from: null,
  headers: null,
  blocks,
  mergeTags: [],
  links: [],
  controls: [],
  unreadImages: [],
  whole: somewhere('uses/test/message.txt'),
  ...rest,
});

export const wordingHit = (
  hit: Partial<WordingHit> & Pick<WordingHit, 'technique' | 'quote'>,
): WordingHit => ({
  kind: 'pressure',
  role: 'body',
  at: somewhere('uses/test/message.txt'),
  instead: 'Say it plainly.',
  source: 'rule',
  score: 1,
  ...hit,
});

const closed = { open: false, because: 'nothing shows it' };
export const pathsFact = (open: Partial<Record<keyof PathsFact, string>> = {}): PathsFact => {
  const state = (because: string | undefined) => (because === undefined ? closed : { open: true, because });
  return { askedFor: state(open.askedFor), owed: state(open.owed), protective: state(open.protective) };
};

/** What a check came to, short enough to compare in a table. */
export interface Ran {
  readonly found: ReadonlyArray<{
    readonly advice: string;
    readonly gravity: Gravity;
    readonly quote: string | null;
    readonly what: string;
    readonly why: string;
    readonly instead: string;
  }>;
  readonly notAssessed: readonly NotAssessed[];
  readonly status: string;
}

/**
 * Runs one check over facts. Facts that are not given are unknown, but for `card`, `settings`, `dataMap` and `paths`,
 * which default to empty ones.
 */
export function run(
  check: Check,
  facts: Partial<Facts>,
  options: { readonly jurisdictions?: readonly Jurisdiction[]; readonly now?: Date } = {},
): Ran {
  const given: Partial<Facts> = {
    card: cardFact(),
    settings: settingsFact(),
    dataMap: dataMapFact(),
    paths: pathsFact(),
    ...facts,
  };
  const states = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name as FactName, known(value)]),
  ) as FactStates;
  const kind = given.card!.card.kind;
  const result = runCheck(check, {
    kind,
    facts: states,
    jurisdictions: options.jurisdictions ?? ['eu'],
    now: options.now ?? NOW,
  });
  if (result === null) return { found: [], notAssessed: [], status: 'does-not-apply' };
  return {
    status: result.status,
    notAssessed: result.notAssessed,
    found: result.findings.map(({ advice, gravity, quote, what, why, instead }) => ({
      advice,
      gravity,
      quote,
      what,
      why,
      instead,
    })),
  };
}

/** The advice ids that a check gave, sorted: what most tables compare. */
export const adviceOf = (ran: Ran): readonly string[] => ran.found.map(({ advice }) => advice).sort();
