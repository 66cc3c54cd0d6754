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

export const norm = (id: NormId): Norm => ({ id, ...NORMS[id] });
