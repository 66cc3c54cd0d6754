import {
  dpvPersonalDataOf,
  dpvPurposeOf,
  isDataCategory,
  isDataUse,
} from '../../../kernel/taxonomy/index.ts';
import type { ChoiceEvent, ChoiceKind } from './choice-event.ts';
import type { Notice, Party } from './notice.ts';

/**
 * One record of consent by ISO/IEC TS 27560:2023 as the W3C’s Data Privacy Vocabularies group profiles it
 * (`dpv-27560:record-2`): what a person chose for one purpose, channel and topic under one notice, as JSON-LD.
 */
export interface ConsentRecord {
  readonly '@context': Readonly<Record<string, string>>;
  readonly '@type': 'dpv:ConsentRecord';
  readonly 'dct:conformsTo': 'dpv-27560:record-2';
  readonly 'dct:identifier': string;
  readonly 'dpv:hasDataSubject': string;
  readonly 'dpv:hasEntity': Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly 'dpv:hasNotice': ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly 'dpv:hasProcess': ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const CONTEXT = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  fideslang: 'https://ethyca.github.io/fideslang/taxonomy/data_uses/#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  scruple: 'https://scruple.example/ledger#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const;

/** Kinds that are statuses of consent, in the words of the vocabulary. A pause or a theme is none. */
const STATUS: Readonly<Partial<Record<ChoiceKind, string>>> = {
  given: 'dpv:ConsentGiven',
  'opt-in-requested': 'dpv:ConsentRequested',
  'opt-in-confirmed': 'dpv:ConsentGiven',
  withdrawn: 'dpv:ConsentWithdrawn',
  refused: 'dpv:ConsentRefused',
  objected: 'dpv:ConsentRefused',
  gpc: 'dpv:ConsentRefused',
  lapsed: 'dpv:ConsentExpired',
  claimed: 'dpv:ConsentUnknown',
};

/**
 * The records of one person, one for each purpose, channel and topic that they chose about, oldest first. A choice under no
 * notice of ours, as one by GPC, stands under the notice that the person saw last for the same, or under none.
 */
export function consentRecords(
  events: readonly ChoiceEvent[],
  noticeOf: (hash: string) => Notice | undefined,
): readonly ConsentRecord[] {
  const about = Map.groupBy(
    events.filter(({ kind }) => STATUS[kind] !== undefined),
    ({ scope }) => [scope.purpose ?? '*', scope.channel ?? '*', scope.topic ?? '*'].join('/'),
  );
  return [...about].map(([name, choices]) => {
    const inOrder = choices.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
    const seen = inOrder.flatMap(({ proof }) => proof.notice ?? []).at(-1);
    return record(name, inOrder, seen === undefined ? undefined : { ...seen, notice: noticeOf(seen.hash) });
  });
}

function record(
  name: string,
  events: readonly ChoiceEvent[],
  seen: { readonly hash: string; readonly notice: Notice | undefined } | undefined,
): ConsentRecord {
  const [first] = events;
  const { scope, subject } = first!;
  const notice = seen?.notice;
  const { terms } = notice ?? {};
  const parties = [...(terms?.controllers ?? []), ...(terms?.recipients ?? [])];
  const purpose = scope.purpose ?? 'marketing';
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': 'dpv-27560:record-2',
    'dct:identifier': `${subject}/${name}`,
    'dpv:hasDataSubject': subject,
    'dpv:hasEntity': {
      [subject]: { '@type': ['dpv:DataSubject'] },
      ...Object.fromEntries(parties.map((party) => [party.id, entity(party)])),
    },
    'dpv:hasNotice':
      notice === undefined
        ? []
        : [
            {
              '@type': ['dpv:ConsentNotice'],
              'dpv:hasIdentifier': seen!.hash,
              'dct:hasVersion': notice.version,
              'dct:language': notice.language,
              'dct:date': notice.from,
              'dct:description': notice.text,
            },
          ],
    'dpv:hasProcess': [
      {
        '@type': ['dpv:Process'],
        'dpv:hasPurpose': [
          {
            '@type': (isDataUse(purpose) ? dpvPurposeOf(purpose) : null) ?? 'dpv:Purpose',
            'dct:identifier': scope.purpose === null ? 'everything' : `fideslang:${scope.purpose}`,
            'scruple:channel': scope.channel,
            'scruple:topic': scope.topic,
          },
        ],
        'dpv:hasPersonalData': (terms?.personalData ?? []).map(({ category, isOptional }) => ({
          '@type': (isDataCategory(category) ? dpvPersonalDataOf(category) : null) ?? 'dpv:PersonalData',
          'dct:identifier': `fideslang:${category}`,
          'dpv:hasNecessity': isOptional ? 'dpv:Optional' : 'dpv:Required',
        })),
        'dpv:hasDataController': (terms?.controllers ?? []).map(({ id }) => id),
        'dpv:hasRecipient': parties.map(({ id }) => id),
        'dpv:hasStorageCondition': [
          { '@type': ['dpv:StorageLocation'], 'dpv:hasLocation': terms?.storageLocations ?? [] },
          {
            '@type': ['dpv:StorageDuration'],
            'dpv:hasDuration': { '@type': 'dpv:TemporalDuration', 'rdf:value': terms?.retention ?? null },
          },
        ],
        'dpv:hasLegalBasis': ['dpv:ExpressedConsent'],
        'dpv:hasJurisdiction': [events.at(-1)!.proof.jurisdiction ?? terms?.jurisdiction ?? null],
        'dpv:hasConsentControl': [
          { '@type': ['dpv:WithdrawConsent'], 'dpv:isExercisedAt': terms?.withdrawal ?? null },
        ],
        'dpv:hasConsentStatus': events.map(status),
      },
    ],
  };
}

const TYPE_OF_PARTY = {
  controller: 'dpv:DataController',
  'joint-controller': 'dpv:JointDataControllers',
  processor: 'dpv:DataProcessor',
  'third-party': 'dpv:ThirdParty',
} as const satisfies Record<Party['type'], string>;

const entity = ({ id, name, address, contact, type }: Party) => ({
  '@type': [TYPE_OF_PARTY[type]],
  'dct:identifier': id,
  'dpv:hasName': name,
  'dpv:hasAddress': address,
  'dpv:hasContact': contact,
});

const status = ({ id, kind, subject, at, validUntil, proof }: ChoiceEvent) => ({
  '@type': [STATUS[kind]!, 'dpv:ExpressedConsent'],
  'dct:identifier': id,
  'scruple:kind': kind,
  'dpv:isIndicatedAtTime': at,
  'dpv:isIndicatedBy': subject,
  'dpv:isExercisedAt': proof.method,
  'dpv:hasDuration':
    validUntil === null
      ? { '@type': ['dpv:EndlessDuration'] }
      : { '@type': ['dpv:UntilTimeDuration'], 'rdf:value': validUntil },
  'dpv:hasNotice': proof.notice === null ? null : { 'dpv:hasIdentifier': proof.notice.hash },
  'scruple:actor': proof.actor,
  'scruple:pageHash': proof.uiHash,
  'scruple:sourceSystem': proof.sourceSystem,
  'dct:language': proof.language,
});

/** What ISO/IEC TS 27560 demands of a record, as paths into ours; a test and every export go through the list. */
export const MANDATORY: ReadonlyArray<{
  readonly field: string;
  readonly at: (record: ConsentRecord) => unknown;
}> = [
  { field: 'schema version', at: (one) => one['dct:conformsTo'] },
  { field: 'record id', at: (one) => one['dct:identifier'] },
  { field: 'pii principal id', at: (one) => one['dpv:hasDataSubject'] },
  { field: 'privacy notice', at: (one) => one['dpv:hasNotice'][0]?.['dpv:hasIdentifier'] },
  { field: 'language', at: (one) => one['dpv:hasNotice'][0]?.['dct:language'] },
  { field: 'purpose', at: (one) => inProcess(one, 'dpv:hasPurpose') },
  { field: 'pii information', at: (one) => inProcess(one, 'dpv:hasPersonalData') },
  { field: 'pii controllers', at: (one) => inProcess(one, 'dpv:hasDataController') },
  { field: 'storage locations', at: (one) => condition(one, 0)?.['dpv:hasLocation'] },
  {
    field: 'retention period',
    at: (one) => (condition(one, 1)?.['dpv:hasDuration'] as Record<string, unknown>)?.['rdf:value'],
  },
  { field: 'jurisdiction', at: (one) => (inProcess(one, 'dpv:hasJurisdiction') as unknown[])[0] },
  { field: 'third-party recipients', at: (one) => inProcess(one, 'dpv:hasRecipient') },
  {
    field: 'withdrawal method',
    at: (one) =>
      (inProcess(one, 'dpv:hasConsentControl') as Array<Record<string, unknown>>)[0]?.['dpv:isExercisedAt'],
  },
  ...(['dct:identifier', 'dpv:hasAddress', 'dpv:hasName', 'dpv:hasContact', '@type'] as const).map((key) => ({
    field: `party ${key}`,
    at: (one: ConsentRecord) => {
      const parties = Object.entries(one['dpv:hasEntity']).filter(([id]) => id !== one['dpv:hasDataSubject']);
      return parties.length > 0 && parties.every(([, party]) => isSaid(party[key]));
    },
  })),
  ...(['dpv:isIndicatedAtTime', 'dpv:hasDuration', 'dpv:isIndicatedBy', '@type'] as const).map((key) => ({
    field: `event ${key}`,
    at: (one: ConsentRecord) =>
      (inProcess(one, 'dpv:hasConsentStatus') as Array<Record<string, unknown>>).every((event) =>
        isSaid(event[key]),
      ),
  })),
];

/** Mandatory fields that a record lacks, so that a consent that cannot be proven is seen as such. */
export const missingIn = (one: ConsentRecord): readonly string[] =>
  MANDATORY.filter(({ at }) => !isSaid(at(one))).map(({ field }) => field);

const isSaid = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== false &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);
const inProcess = (one: ConsentRecord, key: string): unknown => one['dpv:hasProcess'][0]?.[key];
const condition = (one: ConsentRecord, index: number): Record<string, unknown> | undefined =>
  (inProcess(one, 'dpv:hasStorageCondition') as Array<Record<string, unknown>>)[index];
