import { binomialDraw, type Random, seededRandom } from '../../../kernel/statistics/random.ts';
import type { ProxyCell, Text } from './cells.ts';
import { fitLogistic, type LogisticRow, predictLogistic } from './logistic.ts';

/** How well inputs of a decision stand in for one value of a protected attribute. */
export interface ProxyStrength {
  readonly attribute: string;
  /** The value told from all others. */
  readonly value: Text;
  readonly inputs: readonly string[];
  /** Cross-validated area under the curve of predicting the value; 0.5 tells nothing, 1 tells all. */
  readonly auc: number | null;
  /** Mutual information of attribute and inputs in nats, and as a part of what the attribute holds. */
  readonly mutualInformation: number | null;
  readonly uncertaintyShare: number | null;
}

export interface ProxyReport {
  readonly folds: number;
  readonly seed: number;
  /** Each input alone, strongest first. */
  readonly single: readonly ProxyStrength[];
  /** All inputs together, and together without each one: dropping one proxy rarely helps. */
  readonly joint: readonly ProxyStrength[];
  readonly without: ReadonlyArray<ProxyStrength & { readonly dropped: string }>;
}

const FOLDS = 5;
/** Values of one protected attribute that are each told from the rest; rarer ones are left out. */
const MOST_VALUES = 8;
const FEWEST_PEOPLE = 30;
/** A numeric input with more values than this is cut into ranges of equal size. */
const MOST_CATEGORIES = 60;
const RANGES = 20;

/**
 * Single and joint proxies of each protected attribute, from counted combinations.
 * People are dealt to five folds at random (seeded); each fold is predicted by a model that did not see it: the smoothed
 * share of the category for a single input, a ridge logistic regression on all categories for several.
 */
export function proxyReport(
  cells: readonly ProxyCell[],
  attributes: readonly string[],
  inputs: readonly string[],
  seed: number,
): ProxyReport {
  const coded = inputs.map((_, index) => codeInput(cells, index));
  const tasks = attributes.flatMap((attribute, index) =>
    valuesOf(cells, index).map((value) => ({ attribute, index, value })),
  );
  const strength = (task: (typeof tasks)[number], which: readonly number[]): ProxyStrength => {
    const counts = countBy(cells, coded, which, task.index, task.value);
    const random = seededRandom(seed);
    const width = which.map((input) => coded[input]!.size);
    return {
      attribute: task.attribute,
      value: task.value,
      inputs: which.map((input) => inputs[input]!),
      auc: crossValidatedAuc(counts, width, random),
      ...information(counts),
    };
  };
  const everything = inputs.map((_, index) => index);
  const single = tasks.flatMap((task) => everything.map((input) => strength(task, [input])));
  single.sort((a, b) => (b.auc ?? 0) - (a.auc ?? 0));
  const isJoint = inputs.length > 1;
  return {
    folds: FOLDS,
    seed,
    single,
    joint: isJoint ? tasks.map((task) => strength(task, everything)) : [],
    without:
      inputs.length > 2
        ? tasks.flatMap((task) =>
            everything.map((dropped) => ({
              ...strength(
                task,
                everything.filter((input) => input !== dropped),
              ),
              dropped: inputs[dropped]!,
            })),
          )
        : [],
  };
}

/** The values that are worth telling from the rest; of two values, the one that comes first stands for both. */
function valuesOf(cells: readonly ProxyCell[], index: number): Text[] {
  const people = new Map<Text, number>();
  for (const { by, rows } of cells) people.set(by[index]!, (people.get(by[index]!) ?? 0) + rows);
  const values = [...people].filter(([value, rows]) => value !== null && rows >= FEWEST_PEOPLE);
  if (values.length < 2) return [];
  values.sort(([a, own], [b, other]) => other - own || (a! < b! ? -1 : 1));
  const names = values.slice(0, MOST_VALUES).map(([value]) => value);
  return names.length === 2 ? [names.sort()[0]!] : names;
}

interface CodedInput {
  readonly size: number;
  code(value: Text): number;
}

/** Categories as they are; a number with many values in ranges that hold about equally many people. */
function codeInput(cells: readonly ProxyCell[], index: number): CodedInput {
  const people = new Map<Text, number>();
  for (const { inputs, rows } of cells) people.set(inputs[index]!, (people.get(inputs[index]!) ?? 0) + rows);
  const values = [...people.keys()];
  const isNumeric = values.every(
    (value) => value === null || (value.trim() !== '' && Number.isFinite(Number(value))),
  );
  const codes = new Map<Text, number>();
  if (values.length <= MOST_CATEGORIES || !isNumeric) {
    const ordered = values.sort(
      (a, b) => people.get(b)! - people.get(a)! || ((a ?? '') < (b ?? '') ? -1 : 1),
    );
    // Rare categories share one code, so that the design stays small whatever the column.
    for (const [place, value] of ordered.entries()) codes.set(value, Math.min(place, 4 * MOST_CATEGORIES));
  } else {
    const all = [...people.values()].reduce((sum, rows) => sum + rows, 0);
    let below = 0;
    for (const value of values.filter((value) => value !== null).sort((a, b) => Number(a) - Number(b))) {
      codes.set(value, Math.min(RANGES - 1, Math.floor((below * RANGES) / all)));
      below += people.get(value)!;
    }
    if (people.has(null)) codes.set(null, RANGES);
  }
  return { size: Math.max(...codes.values()) + 1, code: (value) => codes.get(value)! };
}

interface Counted {
  readonly codes: readonly number[];
  positives: number;
  negatives: number;
}

function countBy(
  cells: readonly ProxyCell[],
  coded: readonly CodedInput[],
  which: readonly number[],
  attribute: number,
  value: Text,
): Counted[] {
  const counts = new Map<string, Counted>();
  for (const { by, inputs, rows } of cells) {
    if (by[attribute] === null) continue;
    const codes = which.map((input) => coded[input]!.code(inputs[input]!));
    const key = codes.join(',');
    let counted = counts.get(key);
    if (counted === undefined) {
      counted = { codes, positives: 0, negatives: 0 };
      counts.set(key, counted);
    }
    if (by[attribute] === value) counted.positives += rows;
    else counted.negatives += rows;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
}

/** Deals people of a cell to folds: a multinomial draw, one binomial after another. */
function deal(random: Random, people: number): number[] {
  let left = people;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const drawn = fold === FOLDS - 1 ? left : binomialDraw(random, left, 1 / (FOLDS - fold));
    left -= drawn;
    return drawn;
  });
}

function crossValidatedAuc(
  counts: readonly Counted[],
  width: readonly number[],
  random: Random,
): number | null {
  const dealt = counts.map(({ positives, negatives }) => ({
    positives: deal(random, positives),
    negatives: deal(random, negatives),
  }));
  const starts = width.map((_, index) => width.slice(0, index).reduce((sum, size) => sum + size, 0));
  const columns = width.reduce((sum, size) => sum + size, 0);
  let [sum, used] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const training = counts.map(({ codes, positives, negatives }, cell): LogisticRow => {
      const seen = positives - dealt[cell]!.positives[fold]!;
      return {
        columns: codes.map((code, index) => starts[index]! + code),
        positives: seen,
        total: seen + negatives - dealt[cell]!.negatives[fold]!,
      };
    });
    const predict = width.length === 1 ? smoothedShares(training) : logisticScores(training, columns);
    const auc = aucOf(
      predict.map((score, cell) => ({
        score,
        positives: dealt[cell]!.positives[fold]!,
        negatives: dealt[cell]!.negatives[fold]!,
      })),
    );
    if (auc === null) continue;
    sum += auc;
    used += 1;
  }
  return used === 0 ? null : sum / used;
}

/** The share of positives in each category, drawn towards the share of all by two people. */
function smoothedShares(rows: readonly LogisticRow[]): number[] {
  const positives = sumOf(rows, (row) => row.positives);
  const total = sumOf(rows, (row) => row.total);
  const share = total > 0 ? positives / total : 0.5;
  return rows.map((row) => (row.positives + 2 * share) / (row.total + 2));
}

function logisticScores(rows: readonly LogisticRow[], columns: number): number[] {
  const beta = fitLogistic(rows, columns);
  return rows.map((row) => predictLogistic(beta, row.columns));
}

function aucOf(
  rows: ReadonlyArray<{ readonly score: number; readonly positives: number; readonly negatives: number }>,
): number | null {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let [positives, negatives, won] = [0, 0, 0];
  for (let start = 0; start < sorted.length; ) {
    let [tiedPositives, tiedNegatives, end] = [0, 0, start];
    for (; end < sorted.length && sorted[end]!.score === sorted[start]!.score; end += 1) {
      tiedPositives += sorted[end]!.positives;
      tiedNegatives += sorted[end]!.negatives;
    }
    won += tiedPositives * (negatives + tiedNegatives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
    start = end;
  }
  return positives > 0 && negatives > 0 ? won / (positives * negatives) : null;
}

/** Mutual information of "has the value" and the inputs, in nats; 0 where they are independent. Plug-in estimate. */
function information(
  counts: readonly Counted[],
): Pick<ProxyStrength, 'mutualInformation' | 'uncertaintyShare'> {
  const positives = sumOf(counts, (cell) => cell.positives);
  const negatives = sumOf(counts, (cell) => cell.negatives);
  const all = positives + negatives;
  if (positives === 0 || negatives === 0) return { mutualInformation: null, uncertaintyShare: null };
  const part = (joint: number, margin: number, cell: number): number =>
    joint === 0 ? 0 : (joint / all) * Math.log((joint / margin) * (all / cell));
  const nats = counts.reduce((sum, cell) => {
    const size = cell.positives + cell.negatives;
    return sum + part(cell.positives, positives, size) + part(cell.negatives, negatives, size);
  }, 0);
  const entropy =
    -(positives / all) * Math.log(positives / all) - (negatives / all) * Math.log(negatives / all);
  return { mutualInformation: Math.max(0, nats), uncertaintyShare: Math.max(0, nats) / entropy };
}

const sumOf = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((sum, item) => sum + pick(item), 0);
