import type { AccessDocument } from './access-document.ts';

/**
 * The same document without a value: what kinds of data there are, from where, what for and for whom, as a request for
 * categories asks for (11 CCR § 7024). Whoever proved less than the data needs gets no data.
 */
export function onlyCategories(document: AccessDocument): AccessDocument {
  return {
    ...document,
    own: document.own.map((part) => ({ ...part, data: [] })),
    datasets: document.datasets.map((part) => ({ ...part, rows: [] })),
    audiences: [],
    inferences: document.inferences.map((one) => ({ ...one, value: null, explanation: null })),
    takenOut: [...document.takenOut, { where: 'all values', because: 'only-categories', count: 0 }],
  };
}
