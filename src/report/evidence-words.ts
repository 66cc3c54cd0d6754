import type { Evidence } from '../kernel/evidence.ts';

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toPrecision(3).replace(/\.?0+$/, '');

/** What a frame cannot show: a number with its interval and count, or a way through the data. Otherwise `null`. */
export function evidenceInWords(evidence: Evidence): string | null {
  switch (evidence.type) {
    case 'measure': {
      const interval =
        evidence.low === null || evidence.high === null
          ? 'interval cannot be told'
          : `95 % interval ${number(evidence.low)} to ${number(evidence.high)}`;
      return `${evidence.name} ${number(evidence.value)} (${interval}, n = ${evidence.n})`;
    }
    case 'path':
      // One name alone is no way, and the frame shows it already.
      return evidence.hops.length < 2 ? null : evidence.hops.join(' → ');
    case 'text':
    case 'field':
      return null;
  }
}
