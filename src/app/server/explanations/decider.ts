import type { RuleReference, ScoreReference } from '../../../check/facts/card.ts';
import type { ScoreModel } from '../../../check/facts/model.ts';
import { termsIn } from '../../../kernel/lexicon/index.ts';
import type { ExplainableReading } from '../../../playbook/5-oversight/explanations/explainable-model.ts';
import type { NamedFeature } from '../../../playbook/5-oversight/explanations/reasons.ts';
import { wordsOf } from '../../../playbook/5-oversight/explanations/words.ts';
import { readModel } from '../../../playbook/5-oversight/models/read-model.ts';
import { classify, readAudienceParts } from '../../read-parts.ts';
import type { VersionContent } from './version-content.ts';

/** What decides: a score of the card with its model, or a rule of it. */
export type Decider =
  | {
      readonly basis: 'score';
      readonly score: ScoreReference;
      readonly model: ScoreModel;
      readonly reading: ExplainableReading;
      readonly features: readonly NamedFeature[];
    }
  | {
      readonly basis: 'rule';
      readonly rule: RuleReference;
      /** Whether the reason would tell something protected. */
      readonly isProtected: boolean;
      readonly lookedAt: readonly string[];
    };

const NO_MODEL: ExplainableReading = { model: null, because: 'the score names no model that was pushed' };

/** A score of the card with its model and the words for its features. */
export function readScore(
  content: VersionContent,
  score: ScoreReference,
  index: number,
): Extract<Decider, { basis: 'score' }> {
  const source = score.model === undefined ? null : content.file(score.model);
  const { model, explainable } = readModel(score, `/scores/${index}`, source, content.dataMap);
  const features = (model.features ?? []).map(
    (feature): NamedFeature => ({
      name: feature.name,
      words: wordsOf(feature, content.dataMap),
      isProtected: feature.sensitive.length > 0,
      isProxy: feature.proxyFor.length > 0,
    }),
  );
  return { basis: 'score', score, model, reading: explainable ?? NO_MODEL, features };
}

/**
 * A rule of the card. Its reason is protected where a field that decides, its name or its words tell something sensitive,
 * where it stands for an objection, and where the rule could not be read.
 */
export async function readRule(
  content: VersionContent,
  rule: RuleReference,
  index: number,
): Promise<Decider> {
  const { cardFact, dataMap } = content;
  const source = content.file(rule.sql);
  const definition = { part: 'rule' as const, path: rule.sql, pointer: `/rules/${index}/sql`, source };
  const { value } = await readAudienceParts(cardFact, [definition], dataMap);
  const readings = value.parts.map(({ reading }) => reading);
  const fields = readings
    .flatMap((reading) => reading.fields)
    .filter(({ role }) => role !== 'output')
    .map(({ field, jsonPath, values }) => ({ field, ...classify(dataMap, field, jsonPath, values) }));
  const isProtected =
    rule.type === 'opt-out' ||
    readings.some(({ assessed }) => !assessed) ||
    fields.some(({ sensitive }) => sensitive.length > 0) ||
    termsIn([rule.name.replaceAll('-', ' '), rule.reason ?? ''].join('. ')).length > 0;
  const open = fields.filter(({ sensitive }) => sensitive.length === 0).map(({ field }) => field);
  return {
    basis: 'rule',
    rule,
    isProtected,
    lookedAt: [...new Set(open)].map((field) => wordsOf({ name: field, field }, dataMap)),
  };
}
