import { BUCKETS, SIGN_COUNT } from '../../src/playbook/4-harm/wording/features.ts';
import { CATEGORY_SHIFT, type WordingModel } from '../../src/playbook/4-harm/wording/linear-model.ts';
import { BIAS, type Example, FEATURES, signWeight } from './examples.ts';
import { hashOf } from './hash.ts';
import { type Curve, calibrate, marginOfRow, type Row, trainLinear } from './train-linear.ts';

const COST = 0.3;
export const FOLDS = 5;
/** Margin of the boundary: accuracy on shop texts is flat around it, and newsletters give few false alarms above it. */
export const BOUNDARY = -0.42;

export const probabilityOf = (margin: number, { below, above }: Curve): number =>
  1 / (1 + Math.exp(-(margin < BOUNDARY ? below : above) * (margin - BOUNDARY)));

export const trainOn = (examples: readonly Example[]): Float64Array => trainLinear(examples, FEATURES, COST);

/** The fold of a group; `seed` gives another split. */
export const foldOf = (group: string, seed = 0): number => hashOf(`${group}#${seed}`) % FOLDS;

export interface OutOfFold {
  readonly example: Example;
  readonly margin: number;
}

/** Margins of shop and mail texts by models that saw no text of their group. */
export function outOfFold(labelled: readonly Example[], rest: readonly Example[], seed = 0): OutOfFold[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = trainOn([...labelled.filter(({ group }) => foldOf(group, seed) !== fold), ...rest]);
    return labelled
      .filter(({ group }) => foldOf(group, seed) === fold)
      .map((example) => ({ example, margin: marginOfRow(weights, example) }));
  }).flat();
}

/** The curve from margin to probability, fitted on texts that the models had not seen. */
export const curveOf = (margins: readonly OutOfFold[]): Curve =>
  calibrate(
    margins.map(({ example, margin }) => ({ margin, positive: example.label === 1 })),
    BOUNDARY,
  );

/** Rounds weights to bytes. The few largest are cut so that the many small ones keep their differences. */
function toBytes(weights: Float64Array): { weights: string; scale: number } {
  const sizes = Float64Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = largest / 127;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { weights: Buffer.from(bytes.buffer).toString('base64'), scale: Number(scale.toPrecision(6)) };
}

export function modelOf(weights: Float64Array, curve: Curve, shop: readonly Example[]): WordingModel {
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    ...toBytes(weights.subarray(0, BUCKETS)),
    signs: Array.from(weights.subarray(BUCKETS, BUCKETS + SIGN_COUNT), (weight) => round(signWeight(weight))),
    bias: round(weights[BIAS]!),
    boundary: BOUNDARY,
    below: round(curve.below),
    above: round(curve.above),
    categories: categoriesOf(shop),
  };
}

/** One classifier for each category of the benchmark against the other manipulative texts, over fewer buckets. */
function categoriesOf(shop: readonly Example[]): WordingModel['categories'] {
  const positives = shop.filter(({ label }) => label === 1);
  const width = BUCKETS >> CATEGORY_SHIFT;
  const folded = positives.map((example) => {
    const kept = Array.from(example.index, (bucket, at) => [bucket, example.value[at]!] as const).filter(
      ([bucket]) => bucket < BUCKETS,
    );
    return {
      example,
      index: Int32Array.from([...kept.map(([bucket]) => bucket >> CATEGORY_SHIFT), width]),
      value: Float32Array.from([...kept.map(([, value]) => value), 1]),
    };
  });
  return [...new Set(positives.map(({ category }) => category!))].sort().map((name) => {
    const rows = folded.map(
      ({ example, index, value }): Row => ({
        index,
        value,
        label: example.category === name ? 1 : -1,
        weight: 1,
      }),
    );
    const weights = trainLinear(rows, width + 1, COST, 20);
    return { name, ...toBytes(weights.subarray(0, width)), bias: Number(weights[width]!.toFixed(4)) };
  });
}
