type Path = ReadonlyArray<string | number>;

export interface FoundFeatures {
  readonly type: 'list' | 'linear' | 'xgboost' | 'lightgbm';
  readonly features: ReadonlyArray<{
    readonly name: string;
    readonly field: string | null;
    readonly path: Path;
  }>;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The features of a parsed model file, with the path of each name; `null` where no known form is found. */
export function featureNames(model: unknown): FoundFeatures | null {
  if (!isObject(model)) return null;
  const learner = model.learner;
  if (isObject(learner) && isListOfNames(learner.feature_names))
    return { type: 'xgboost', features: fromList(learner.feature_names, ['learner', 'feature_names']) };
  if (isListOfNames(model.feature_names))
    return {
      type: isObject(model.tree_info) || Array.isArray(model.tree_info) ? 'lightgbm' : 'list',
      features: fromList(model.feature_names, ['feature_names']),
    };
  for (const key of ['coefficients', 'weights', 'coef']) {
    const weights = model[key];
    if (isObject(weights))
      return {
        type: 'linear',
        features: Object.keys(weights).map((name) => ({ name, field: null, path: [key, name] })),
      };
  }
  return Array.isArray(model.features) ? fromEntries(model.features) : null;
}

const isListOfNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const fromList = (names: readonly string[], path: Path): FoundFeatures['features'] =>
  names.map((name, index) => ({ name, field: null, path: [...path, index] }));

/** `features` as plain names, or as `{ name, field, weight }`. */
function fromEntries(entries: readonly unknown[]): FoundFeatures | null {
  const features: Array<FoundFeatures['features'][number]> = [];
  let weighted = false;
  for (const [index, entry] of entries.entries()) {
    if (typeof entry === 'string') features.push({ name: entry, field: null, path: ['features', index] });
    else if (isObject(entry) && typeof entry.name === 'string') {
      const field = typeof entry.field === 'string' ? entry.field : null;
      weighted ||= typeof entry.weight === 'number';
      features.push({ name: entry.name, field, path: ['features', index, 'name'] });
    } else return null;
  }
  return { type: weighted ? 'linear' : 'list', features };
}
