import { z } from 'zod';
import type { ScoreReference } from '../../../check/facts/card.ts';
import type { DataMapFact, DataMapField } from '../../../check/facts/data-map.ts';
import type { ModelFeature, ScoreModel } from '../../../check/facts/model.ts';
import { classifyField } from '../../../kernel/lexicon/index.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { firstLine, pointerOf, readYaml, type YamlDocument } from '../../../kernel/yaml-document.ts';
import type { ExplainableReading } from '../explanations/explainable-model.ts';
import { readExplainable } from '../explanations/read-explainable.ts';
import { featureNames } from './feature-names.ts';

export interface ModelReading {
  readonly model: ScoreModel;
  /** The model itself, where its single predictions can be taken apart; absent where no model file was read. */
  readonly explainable?: ExplainableReading;
  readonly problems: readonly Problem[];
}

/**
 * Reads the features of a model file: our plain list, linear coefficients, XGBoost and LightGBM JSON. A text file is the
 * system prompt of an assistant and has no features. Each feature is looked up in the data map by its full name, else by
 * the one field that ends on it. Problems: `model.invalid`, `yaml.*`.
 */
export function readModel(
  score: ScoreReference,
  pointer: string,
  source: SourceText | null,
  dataMap: DataMapFact,
): ModelReading {
  if (source === null) return { model: { score, pointer, features: null, type: null }, problems: [] };
  if (/\.(txt|md)$/i.test(source.file))
    return { model: { score, pointer, features: [], type: 'prompt' }, problems: [] };

  const { value, problems, at } = readFile(source);
  if (problems.length > 0) return { model: { score, pointer, features: null, type: null }, problems };
  const found = featureNames(value);
  if (found === null) {
    const hint = 'give `features`, `coefficients`, or the JSON that XGBoost or LightGBM writes';
    return {
      model: { score, pointer, features: null, type: null },
      problems: [
        problem(
          'model.invalid',
          `no list of features is found in \`${source.file}\``,
          hint,
          firstLine(source),
        ),
      ],
    };
  }
  const features = found.features.map(({ name, field, path }) =>
    toFeature(name, field ?? name, at(pointerOf(path)), dataMap),
  );
  const explainable = readExplainable(value);
  const unexplained = explainable.model === null ? explainable.because : null;
  return { model: { score, pointer, features, type: found.type, unexplained }, explainable, problems: [] };
}

/** Beyond so many characters a file is a program's, as a booster of hundreds of trees, and places of its parts help nobody. */
const LONGEST_PLACED = 200_000;

function readFile(source: SourceText): Pick<YamlDocument<unknown>, 'value' | 'problems' | 'at'> {
  if (source.text.length <= LONGEST_PLACED || !/\.json$/i.test(source.file))
    return readYaml(source, z.unknown());
  try {
    return { value: JSON.parse(source.text), problems: [], at: () => firstLine(source) };
  } catch {
    return {
      value: null,
      problems: [
        problem('model.invalid', `\`${source.file}\` is no JSON`, 'save the model again', firstLine(source)),
      ],
      at: () => firstLine(source),
    };
  }
}

function toFeature(
  name: string,
  fieldName: string,
  at: ModelFeature['at'],
  dataMap: DataMapFact,
): ModelFeature {
  const entry = dataMap.field(fieldName) ?? onlyFieldEndingOn(fieldName, dataMap);
  const seen = classifyField(name);
  const sensitive = [
    ...new Set([...seen.sensitive, ...(entry?.declaredSensitive ?? []), ...(entry?.seenSensitive ?? [])]),
  ];
  const proxyFor = [...new Set([...seen.proxyFor, ...(entry?.proxyFor ?? [])])];
  return { name, field: entry?.name ?? null, sensitive, proxyFor, at };
}

function onlyFieldEndingOn(name: string, dataMap: DataMapFact): DataMapField | undefined {
  const ending = `.${name.toLowerCase()}`;
  const candidates = dataMap.fields.filter((field) => field.name.toLowerCase().endsWith(ending));
  return candidates.length === 1 ? candidates[0] : undefined;
}
