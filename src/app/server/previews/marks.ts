import { GRAVITIES, type Gravity } from '../../../kernel/gravity.ts';

/** A finding's place in a text: UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly finding: string;
  readonly gravity: Gravity;
  readonly start: number;
  readonly end: number;
}

/** A stretch that the same findings speak of; none overlaps another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly findings: readonly string[];
  readonly gravity: Gravity;
}

/** More marks in one message than this help nobody, and each costs time. */
const MOST_MARKS = 500;

/** The marks of one text, cut where they overlap, so that each can be an element of its own. */
export class Marks {
  readonly all: readonly Mark[];
  readonly stretches: readonly Stretch[];

  constructor(marks: readonly Mark[]) {
    this.all = marks.filter(({ start, end }) => end > start).slice(0, MOST_MARKS);
    this.stretches = stretchesOf(this.all);
  }

  /** The stretches that meet `[start, end)`, in order. */
  within(start: number, end: number): readonly Stretch[] {
    const met: Stretch[] = [];
    for (let index = this.#firstAfter(start); index < this.stretches.length; index += 1) {
      const stretch = this.stretches[index]!;
      if (stretch.start >= end) break;
      met.push(stretch);
    }
    return met;
  }

  /** The first stretch that ends after an offset. */
  #firstAfter(offset: number): number {
    let [low, high] = [0, this.stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stretches[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function stretchesOf(marks: readonly Mark[]): readonly Stretch[] {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1]!;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return over.length === 0
      ? []
      : [{ start, end, findings: over.map(({ finding }) => finding), gravity: gravest(over) }];
  });
}

export const gravest = (marks: readonly Pick<Mark, 'gravity'>[]): Gravity =>
  GRAVITIES[Math.max(...marks.map(({ gravity }) => GRAVITIES.indexOf(gravity)))]!;
