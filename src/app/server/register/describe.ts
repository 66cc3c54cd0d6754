import type { AssistantTool, RuleReference } from '../../../check/facts/card.ts';
import type { DataMapFact } from '../../../check/facts/data-map.ts';
import type { ModelFeature } from '../../../check/facts/model.ts';
import { wordsOf } from '../../../playbook/5-oversight/explanations/words.ts';
import { messageReference } from '../../definition-files.ts';
import { readRule, readScore } from '../explanations/decider.ts';
import type { VersionContent } from '../explanations/version-content.ts';

/** What goes into a decision, and where it comes from. */
export interface DescribedInput {
  readonly name: string;
  readonly words: string;
  /** The data map field; `null` where none is known. */
  readonly field: string | null;
  readonly category: string | null;
  readonly origin: string | null;
  readonly source: string | null;
  /** Whether the card declares it in `fields`. */
  readonly isDeclared: boolean;
  readonly sensitive: readonly string[];
  readonly standsFor: readonly string[];
}

export interface DescribedScore {
  readonly name: string;
  readonly objective: string | null;
  readonly harmTerm: string | null;
  readonly constraints: readonly string[];
  readonly exclusions: readonly string[];
  readonly threshold: number | null;
  readonly model: {
    readonly file: string;
    readonly type: string | null;
    /** Why single decisions cannot be explained; `null` where they can. */
    readonly unexplained: string | null;
  } | null;
  /** Found in the model file. */
  readonly inputs: readonly DescribedInput[];
}

export interface DescribedRule {
  readonly name: string;
  readonly type: string;
  readonly reason: string | null;
  readonly expires: string | null;
  readonly appeal: string | null;
  readonly looksAt: readonly string[];
}

export interface DescribedAssistant {
  readonly prompts: ReadonlyArray<{ readonly file: string; readonly text: string }>;
  readonly tools: ReadonlyArray<{
    readonly name: string;
    readonly does: string | null;
    readonly reads: readonly DescribedInput[];
    readonly changes: readonly DescribedInput[];
  }>;
  /** Over which the checks of messages run, as over any other message. */
  readonly transcripts: readonly string[];
}

export function describeScores(content: VersionContent): readonly DescribedScore[] {
  const { card, dataMap } = content;
  return (card.scores ?? []).flatMap((score, index): DescribedScore[] => {
    const { model, reading } = readScore(content, score, index);
    if (model.type === 'prompt') return [];
    return [
      {
        name: score.name,
        objective: score.objective ?? null,
        harmTerm: score.harm_term ?? null,
        constraints: score.constraints ?? [],
        exclusions: score.exclusions ?? [],
        threshold: score.threshold ?? null,
        model:
          score.model === undefined
            ? null
            : {
                file: score.model,
                type: model.type,
                unexplained: reading.model === null ? reading.because : null,
              },
        inputs: (model.features ?? []).map((feature) => describeInput(feature, card.fields, dataMap)),
      },
    ];
  });
}

export async function describeRules(content: VersionContent): Promise<readonly DescribedRule[]> {
  const described: DescribedRule[] = [];
  for (const [index, rule] of (content.card.rules ?? []).entries())
    described.push(describeRule(rule, await readRule(content, rule, index)));
  return described;
}

const describeRule = (
  { name, type = 'suppression', reason, expires, appeal }: RuleReference,
  decider: Awaited<ReturnType<typeof readRule>>,
): DescribedRule => ({
  name,
  type,
  reason: reason ?? null,
  expires: expires ?? null,
  appeal: appeal ?? null,
  looksAt: decider.basis === 'rule' ? decider.lookedAt : [],
});

/** What an assistant is told, may do, and said in tests; `null` where the use is none and has no prompt. */
export function describeAssistant(content: VersionContent): DescribedAssistant | null {
  const { card, dataMap } = content;
  const prompts = (card.scores ?? []).flatMap(({ model }) => {
    const source = model === undefined || !/\.(txt|md)$/i.test(model) ? null : content.file(model);
    return source === null ? [] : [{ file: source.file, text: source.text }];
  });
  if (card.kind !== 'assistant' && prompts.length === 0) return null;
  const fieldsOf = (names: AssistantTool['fields']) =>
    (names ?? []).map((name) => describeField(name, card.fields, dataMap));
  return {
    prompts,
    tools: (card.automation?.tools ?? []).map(({ name, does, fields, changes }) => ({
      name,
      does: does ?? null,
      reads: fieldsOf(fields),
      changes: fieldsOf(changes),
    })),
    transcripts: (card.messages ?? [])
      .map(messageReference)
      .flatMap(({ file, transcript }) => (transcript === true ? [file] : [])),
  };
}

/** Fields that the card declares and no model, rule or tool is seen to look at. */
export function unseenFields(
  declared: readonly string[],
  inputs: readonly DescribedInput[],
): readonly string[] {
  const seen = new Set(inputs.flatMap(({ field }) => (field === null ? [] : [field.toLowerCase()])));
  return declared.filter((name) => !seen.has(name.toLowerCase()));
}

const describeField = (
  name: string,
  declared: readonly string[] | undefined,
  dataMap: DataMapFact,
): DescribedInput => {
  const entry = dataMap.field(name);
  return describeInput(
    {
      name,
      field: entry?.name ?? null,
      sensitive: [...new Set([...(entry?.declaredSensitive ?? []), ...(entry?.seenSensitive ?? [])])],
      proxyFor: entry?.proxyFor ?? [],
    },
    declared,
    dataMap,
  );
};

function describeInput(
  feature: Omit<ModelFeature, 'at'>,
  declared: readonly string[] = [],
  dataMap: DataMapFact,
): DescribedInput {
  const { name, field, sensitive, proxyFor } = feature;
  const entry = field === null ? undefined : dataMap.field(field);
  return {
    name,
    words: wordsOf(feature, dataMap),
    field,
    category: entry?.category ?? null,
    origin: entry?.origin ?? null,
    source: entry?.source ?? null,
    isDeclared: field !== null && declared.some((one) => one.toLowerCase() === field.toLowerCase()),
    sensitive,
    standsFor: proxyFor,
  };
}
