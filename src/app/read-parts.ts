import type { AudienceFact, AudiencePart, AudienceReading } from '../check/facts/audience.ts';
import type { CardFact } from '../check/facts/card.ts';
import type { DataMapFact } from '../check/facts/data-map.ts';
import type { Message } from '../check/facts/message.ts';
import type { ModelsFact, ScoreModel } from '../check/facts/model.ts';
import { classifyField } from '../kernel/lexicon/index.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import type { Location, SourceText } from '../kernel/source-text.ts';
import { readAudience } from '../playbook/3-segments/reading/read-audience.ts';
import { type PlacedText, readMessage } from '../playbook/4-harm/messages/read-message.ts';
import { readModel } from '../playbook/5-oversight/models/read-model.ts';
import { type DefinitionFile, messageReference } from './definition-files.ts';

interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  /** What could not be read, as `messages[1] welcome.html`. */
  readonly unread: readonly string[];
}

const PART_NAMES = {
  segment: 'segment',
  exclude: 'exclude',
  'defined-by': 'defined-by',
  rule: 'rule',
} as const;

/** Reads every definition that decides who is reached or left out. One that cannot be read is a part "not assessed". */
export async function readAudienceParts(
  card: CardFact,
  definitions: readonly DefinitionFile[],
  dataMap: DataMapFact,
): Promise<Read<AudienceFact>> {
  const parts: AudiencePart[] = [];
  const problems: Problem[] = [];
  const schema = schemaOf(dataMap);
  for (const { part, pointer, path, source } of definitions) {
    if (part === 'message' || part === 'model') continue;
    const reading =
      source === null
        ? unreadable(
            path,
            problem(
              'file.missing',
              `\`${path}\` could not be read`,
              'mend the path, or the file',
              card.at(pointer),
            ),
          )
        : await readAudience(source, {
            dialect: card.card.audience?.dialect,
            schema,
            classify: (field, jsonPath, values) => classify(dataMap, field, jsonPath, values),
          });
    if (source !== null && reading.problem !== null) problems.push(reading.problem);
    parts.push({ part: PART_NAMES[part], pointer, reading, whole: source?.whole() ?? card.at(pointer) });
  }
  return {
    value: { parts },
    problems,
    unread: parts
      .filter(({ reading }) => !reading.assessed)
      .map(
        ({ pointer, reading }) =>
          `${pointer.slice(1).replaceAll('/', '.')}: ${reading.problem?.message ?? 'could not be read'}`,
      ),
  };
}

/** A field is as sensitive as its data map entry or its own name and values say: the stricter reading counts. */
export function classify(
  dataMap: DataMapFact,
  field: string,
  jsonPath: string | null,
  values: readonly string[],
): ReturnType<typeof classifyField> {
  const seen = classifyField(field, jsonPath, values);
  const entry = dataMap.field(field);
  if (entry === undefined) return seen;
  return {
    sensitive: [...new Set([...seen.sensitive, ...entry.declaredSensitive, ...entry.seenSensitive])],
    proxyFor: [...new Set([...seen.proxyFor, ...entry.proxyFor])],
  };
}

export type ReadMessages = Read<readonly Message[]>;

export function readMessages(
  card: CardFact,
  definitions: readonly DefinitionFile[],
  cardText: SourceText | undefined,
): ReadMessages {
  const sources = definitions.filter(({ part }) => part === 'message');
  const only = card.card.channels?.length === 1 ? card.card.channels[0] : undefined;
  const value: Message[] = [];
  const problems: Problem[] = [];
  const unread: string[] = [];
  for (const [index, entry] of (card.card.messages ?? []).entries()) {
    const reference = messageReference(entry);
    const source = sources[index]?.source ?? null;
    const placed = (key: 'subject' | 'preheader'): PlacedText | string | undefined =>
      placedInCard(reference[key], card.at(`/messages/${index}/${key}`), cardText);
    const reading =
      source === null
        ? null
        : readMessage(source, {
            ...reference,
            subject: placed('subject'),
            preheader: placed('preheader'),
            channel: reference.channel ?? only,
          });
    problems.push(...(reading?.problems ?? []));
    if (reading?.message) value.push(reading.message);
    else unread.push(`messages[${index}] ${reference.file}`);
  }
  return { value, problems, unread };
}

/** A text that the card holds, with the place of its words there. */
function placedInCard(
  text: string | undefined,
  at: Location,
  cardText: SourceText | undefined,
): PlacedText | string | undefined {
  if (text === undefined || cardText === undefined) return text;
  const { start, end } = cardText.range(at);
  const written = cardText.text.slice(start, end).indexOf(text);
  // Escapes and folded lines move the words; then the whole value is their place.
  if (written === -1) return { text, at: () => at };
  return { text, at: (from, to) => cardText.location(start + written + from, start + written + to) };
}

export function readModels(
  card: CardFact,
  definitions: readonly DefinitionFile[],
  dataMap: DataMapFact,
): Read<ModelsFact> {
  const problems: Problem[] = [];
  const models: ScoreModel[] = [];
  const unread: string[] = [];
  for (const [index, score] of (card.card.scores ?? []).entries()) {
    const definition = definitions.find(
      ({ part, pointer }) => part === 'model' && pointer === `/scores/${index}/model`,
    );
    const reading = readModel(score, `/scores/${index}`, definition?.source ?? null, dataMap);
    problems.push(...reading.problems);
    models.push(reading.model);
    if (score.model !== undefined && reading.model.features === null)
      unread.push(`scores[${index}] ${score.model}`);
  }
  return { value: { models }, problems, unread };
}

/** Tables and their columns, as far as the data map knows them. */
const schemaOf = (dataMap: DataMapFact): Record<string, readonly string[]> =>
  Object.fromEntries(
    Map.groupBy(dataMap.fields, ({ dataset }) => dataset)
      .entries()
      .map(([dataset, fields]) => [dataset, fields.map(({ name }) => name.slice(dataset.length + 1))]),
  );

const unreadable = (id: string, because: Problem): AudienceReading => ({
  id,
  file: null,
  dialect: null,
  format: 'sql',
  assessed: false,
  problem: because,
  fields: [],
  unresolved: [],
  namedPeople: null,
});
