import { MappedText, type TextCollector } from './mapped-text.ts';
import { BRANCH, CONTROL, OUTPUT } from './template-tags.ts';

const RUNS = /\uE000+|\uE001+|\uE002+|[^\uE000-\uE002]+/g;

/** Adds `[start, …)` of the masked text: printed tags as they are written, branches as a space, the rest folded. */
export function collectMasked(
  collector: TextCollector,
  masked: string,
  original: string,
  start: number,
): void {
  for (const run of masked.matchAll(RUNS)) {
    const at = start + run.index;
    const end = at + run[0].length;
    const first = run[0][0];
    if (first === OUTPUT) collector.verbatim(original.slice(at, end), at);
    else if (first === BRANCH) collector.space(at, end);
    else if (first !== CONTROL) collector.fold(run[0], at);
  }
}

/** A masked attribute value with its printed tags put back. */
export function unmasked(value: MappedText, original: string): MappedText {
  if (!/[\uE000-\uE002]/.test(value.text)) return value;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < value.text.length; index += 1) {
    const unit = value.text[index]!;
    if (unit === CONTROL) continue;
    const { start, end } = value.range(index, index + 1);
    text += unit === OUTPUT ? original[start]! : unit === BRANCH ? ' ' : unit;
    starts.push(start);
    ends.push(end);
  }
  return new MappedText(text, starts, ends);
}
