import { coversJurisdiction } from '../jurisdiction.ts';
import type { Jurisdiction } from '../vocabulary.ts';
import { euNorms } from './eu.ts';
import type { Norm } from './norm.ts';
import { ourNorms } from './ours.ts';
import { standardNorms } from './standards.ts';
import { ukNorms } from './uk.ts';
import { usNorms } from './us.ts';

export type { CitedNorm, Norm } from './norm.ts';
export { citeNorm } from './norm.ts';

/** Every norm that a check may cite, by id: jurisdiction or publisher, instrument, then article. */
export const NORMS = { ...euNorms, ...ukNorms, ...usNorms, ...standardNorms, ...ourNorms } as const;

export type NormId = keyof typeof NORMS;

export const NORM_IDS = Object.keys(NORMS) as readonly NormId[];

export const isNormId = (id: string): id is NormId => Object.hasOwn(NORMS, id);

/** Whether any law of a jurisdiction, or of a wider one, stands in the table: of others no check can speak. */
export const knowsLawOf = (jurisdiction: Jurisdiction): boolean =>
  NORM_IDS.map(norm).some(
    ({ kind, jurisdictions }) =>
      kind === 'law' && jurisdictions.some((own) => coversJurisdiction(own, jurisdiction)),
  );

export const norm = (id: NormId): Norm => ({ id, ...NORMS[id] });
