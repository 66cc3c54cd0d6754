import type { AudienceFact, PeopleCount } from '../check/facts/audience.ts';
import type { CardFact } from '../check/facts/card.ts';
import type { UsedFieldsFact } from '../check/facts/field-use.ts';
import { type FactStates, known } from '../check/facts/index.ts';
import { isSensitiveCategory } from '../kernel/categories.ts';
import { nearest, type Problem, problem } from '../kernel/problem.ts';
import { isDataCategory } from '../kernel/taxonomy/index.ts';
import { answerBoundaries } from '../playbook/1-boundaries/boundaries/answer-boundaries.ts';
import { useEntity } from '../playbook/1-boundaries/boundaries/use-entity.ts';
import { judgePaths } from '../playbook/1-boundaries/paths/judge-paths.ts';
import { usedFields } from '../playbook/2-datamap/used-fields/used-fields.ts';
import { bindClaims } from '../playbook/4-harm/claims/bind-claims.ts';
import { readContent } from '../playbook/4-harm/content/read-content.ts';
import type { UseReport } from '../report/model.ts';
import { countDecisions } from './count-decisions.ts';
import { countPeople } from './count-people.ts';
import type { DefinitionFile } from './definition-files.ts';
import type { FactPorts } from './fact-ports.ts';
import { misspeltTags } from './misspelt-tags.ts';
import { readAudienceParts, readModels } from './read-parts.ts';
import { undeclaredFiles } from './undeclared-files.ts';
import { textsOf } from './use-cards.ts';
import type { Workspace } from './workspace.ts';

export interface GatheredFacts {
  readonly states: FactStates;
  readonly problems: readonly Problem[];
  /** What of the use could not be read at all. */
  readonly unread: readonly string[];
  readonly messages: UseReport['messages'];
}

/** Provides every fact that checks may ask for, in the order in which one needs another. */
export async function gatherFacts(
  workspace: Workspace,
  card: CardFact,
  definitions: readonly DefinitionFile[],
  ports: FactPorts,
  now: Date,
): Promise<GatheredFacts> {
  const { dataMap, settingsFact: settings } = workspace;
  // A warehouse counts while the definitions are read.
  const counting = countPeople(workspace, card, definitions, ports);
  const audience = await readAudienceParts(card, definitions, dataMap);
  const { read, wordings } = textsOf(workspace, card, definitions);
  const messages = { messages: read.value };
  const models = readModels(card, definitions, dataMap);
  const content = readContent(read.value);
  const used = usedFields(card, audience.value, messages, models.value, dataMap);
  const paths = judgePaths({
    card,
    settings,
    dataMap,
    audience: audience.value,
    usedFields: used,
    content,
    messages,
  });
  const entity = useEntity({ card, settings, audience: audience.value, usedFields: used, content, paths });
  const claims = await bindClaims({
    card,
    messages: read.value,
    wordings,
    namedFacts: workspace.namedFacts,
    ports,
    now,
    saidElsewhere: await ports.saidDeadlines(),
  });
  const misspelt = misspeltTags(dataMap, used);
  const decisions = await countDecisions(workspace, card, ports, models.value, now);
  return {
    states: {
      card: known(card),
      settings: known(settings),
      folder: known(await undeclaredFiles(card, definitions, workspace.files)),
      dataMap: known(dataMap),
      audience: known(withPeople(audience.value, await counting)),
      messages: known(messages),
      wording: known({ wordings }),
      content: known(content),
      claims: known(claims.value),
      models: known(models.value),
      usedFields: known(used),
      boundaries: known(answerBoundaries(workspace.boundaries, entity)),
      paths: known(paths),
      decisions: known(decisions),
    },
    problems: [
      ...audience.problems,
      ...read.problems,
      ...models.problems,
      ...claims.problems,
      ...unknownFields(workspace, card),
      ...misspelt.map(({ problem: one }) => one),
      ...unknownFacts(workspace, card),
    ],
    unread: [
      ...audience.unread,
      ...read.unread,
      ...models.unread,
      ...unknownCategories(used),
      ...misspelt.map(({ name }) => `merge tag \`${name}\``),
    ],
    messages: read.value.map(({ file, messageHash, language }) => ({ file, messageHash, language })),
  };
}

const withPeople = ({ parts }: AudienceFact, people: PeopleCount | null): AudienceFact => ({
  parts: people === null ? parts : parts.map((one) => (one.part === 'segment' ? { ...one, people } : one)),
});

/** What a field holds is not known where its category is not: nothing that rests on the category was judged. */
const unknownCategories = ({ used }: UsedFieldsFact): string[] => [
  ...new Set(
    used.flatMap(({ entry }) =>
      entry?.category == null || isDataCategory(entry.category) || isSensitiveCategory(entry.category)
        ? []
        : [`category \`${entry.category}\` of ${entry.name}`],
    ),
  ),
];

/** A field that a card names and the data map does not have is an error: nobody could say where it comes from. */
function unknownFields({ dataMap }: Workspace, { card, at }: CardFact): Problem[] {
  const named = [
    ...(card.fields ?? []).map((name, index) => ({ name, pointer: `/fields/${index}` })),
    ...(card.suppliers ?? []).flatMap(({ fields }, supplier) =>
      (fields ?? []).map((name, index) => ({ name, pointer: `/suppliers/${supplier}/fields/${index}` })),
    ),
  ];
  return named.flatMap(({ name, pointer }) => {
    if (dataMap.field(name) !== undefined) return [];
    const near = nearest(
      name,
      dataMap.fields.map((field) => field.name),
    );
    const hint =
      near === undefined ? 'add it to a file under datamap/, or mend its name' : `write \`${near}\``;
    return [problem('card.unknown-field', `the data map has no field \`${name}\``, hint, at(pointer))];
  });
}

function unknownFacts({ namedFacts }: Workspace, { card, at }: CardFact): Problem[] {
  return (card.claims ?? []).flatMap(({ fact }, index) => {
    if (namedFacts.has(fact)) return [];
    const near = nearest(fact, namedFacts.keys());
    const hint = near === undefined ? 'add it to facts.yaml' : `write \`${near}\``;
    return [
      problem('card.unknown-fact', `facts.yaml has no fact \`${fact}\``, hint, at(`/claims/${index}/fact`)),
    ];
  });
}
