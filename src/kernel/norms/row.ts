import type { Norm } from './norm.ts';

/** A norm as the tables hold it: the key of the table is its id. */
export type NormRow = Omit<Norm, 'id'>;

/** The day on which public copies of the norms were read; what was noted from memory has `verifiedOn: null`. */
export const READ_ON = '2026-11-01';

type Fixed = Pick<NormRow, 'jurisdictions' | 'appliesFrom'> & Partial<NormRow>;

/**
 * Rows of one act: `fixed` is what its articles share, `over` is what one of them changes.
 * `status` says whether the act is in force, `appliesFrom` from when the duty of the article applies.
 */
export const act =
  (name: string, citation: string, fixed: Fixed) =>
  (article: string, says: string, over: Partial<NormRow> = {}): NormRow => ({
    title: article === '' ? name : `${name} ${article}`,
    says,
    kind: 'law',
    status: 'in-force',
    source: article === '' ? citation : `${citation} ${article}`,
    verifiedOn: READ_ON,
    binds: null,
    ...fixed,
    ...over,
  });

/** For a row whose text or date was noted from memory: it can be cited, but never as law. */
export const FROM_MEMORY = { verifiedOn: null } as const;
