import { isUnder } from '../../../kernel/taxonomy/index.ts';
import { explain, valuesOf } from '../../../playbook/5-oversight/explanations/explain.ts';
import { predictionOf } from '../../../playbook/5-oversight/explanations/explainable-model.ts';
import { explainScore } from '../../../playbook/5-oversight/explanations/explanation.ts';
import { tellExplanation } from '../../../playbook/5-oversight/explanations/tell.ts';
import type {
  DatasetPart,
  Described,
  InferencePart,
} from '../../../playbook/6-control/access/access-document.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import type { Decider } from '../explanations/decider.ts';
import { findDecider } from '../explanations/find-decider.ts';
import type { LiveUse } from './live-uses.ts';

/** Values of the person in what the sources hold as inferred or derived, each row of them. */
export function inferredValues(datasets: readonly DatasetPart[]): readonly InferencePart[] {
  return datasets.flatMap(({ dataset, fields, rows }) =>
    fields
      .filter(
        ({ origin, category }) =>
          (origin === 'inferred' || origin === 'derived') &&
          // A number that stands for the person says nothing about them.
          !(category !== null && isUnder(category, 'user.unique_id')),
      )
      .flatMap(({ field, notice: _, acquiredAt: __, derivedFrom, ...about }) =>
        rows.map((row) => ({
          ...about,
          name: `${dataset}.${field}`,
          model: null,
          value: row[field] ?? null,
          uses: [],
          explanation: null,
          unexplained:
            derivedFrom.length === 0
              ? 'the data map does not say what it is worked out from'
              : `it is worked out from ${derivedFrom.join(', ')}, by a model that was not shown to us`,
        })),
      ),
  );
}

const SCORE: Pick<Described, 'category' | 'origin' | 'supplier' | 'retention' | 'recipients'> = {
  category: 'user.behavior',
  origin: 'inferred',
  supplier: null,
  retention: 'worked out for this copy, and kept nowhere else',
  recipients: [],
};

/** What the scores of uses that may run now give for the person’s values as they are, with the reasons. */
export async function scoresOf(
  db: Database,
  context: ServerContext,
  uses: readonly LiveUse[],
  datasets: readonly DatasetPart[],
): Promise<readonly InferencePart[]> {
  const scores: InferencePart[] = [];
  for (const { use, version, card } of uses)
    for (const score of card.scores ?? []) {
      const decider = await findDecider({ db, context }, use, version, score.name);
      if (decider?.basis !== 'score') continue;
      scores.push({
        ...SCORE,
        name: score.name,
        model: score.model ?? null,
        purposes: card.purpose === undefined ? [] : [card.purpose],
        basis: card.basis ?? null,
        uses: [use.id],
        ...explained(decider, datasets),
      });
    }
  return scores;
}

function explained(
  { reading, features, model, score }: Extract<Decider, { basis: 'score' }>,
  datasets: readonly DatasetPart[],
): Pick<InferencePart, 'value' | 'explanation' | 'unexplained'> {
  const without = (unexplained: string) => ({ value: null, explanation: null, unexplained });
  if (reading.model === null) return without(reading.because);
  const inputs: Record<string, number | null> = {};
  for (const { name, field } of model.features ?? []) {
    const value = field === null ? undefined : numberOf(field, datasets);
    if (value === undefined) return without('what it looks at is not among the data that was found');
    inputs[name] = value;
  }
  const taken = explain(reading.model, valuesOf(reading.model, inputs));
  if (taken === null) return without('the model has no answer for values that are missing');
  const value = predictionOf(reading.model, taken.margin);
  const { open, hidden } = explainScore(reading, features, score, { inputs, prediction: value });
  const told = tellExplanation(open, hidden, { whom: 'customer', isUnmasked: true, outcome: 'a score' });
  return {
    value,
    explanation: {
      headline: 'What the score looks at, and how each counts for you.',
      reasons: told.reasons.map(({ says }) => says),
      notKnown: told.notKnown,
    },
    unexplained: null,
  };
}

/** The one value of a field as a number; `undefined` where there is none, or more than one. */
function numberOf(name: string, datasets: readonly DatasetPart[]): number | null | undefined {
  const wanted = name.toLowerCase();
  const part = datasets.find(({ dataset }) => wanted.startsWith(`${dataset.toLowerCase()}.`));
  if (part === undefined || part.rows.length !== 1) return undefined;
  const field = part.fields.find((one) => `${part.dataset}.${one.field}`.toLowerCase() === wanted);
  const value = field === undefined ? undefined : part.rows[0]![field.field];
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return Number(value);
  return value === null || typeof value === 'number' ? value : undefined;
}
