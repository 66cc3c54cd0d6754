import type { Step } from '../../kernel/vocabulary.ts';
import type { Ladder, Requirement } from '../requirement.ts';
import { boundaries } from './1-boundaries.ts';
import { datamap } from './2-datamap.ts';
import { segments } from './3-segments.ts';
import { harm } from './4-harm.ts';
import { oversight } from './5-oversight.ts';
import { control } from './6-control.ts';
import { outcomes } from './7-outcomes.ts';

/** The seven practices with what each level asks for (oversight-and-maturity: ours, and no norm). */
export const LADDERS: readonly Ladder[] = [boundaries, datamap, segments, harm, oversight, control, outcomes];

export const REQUIREMENTS: readonly Requirement[] = LADDERS.flatMap(({ cells }) =>
  cells.flatMap(({ requires }) => requires),
);

/** `undefined` where there is no such requirement. */
export const requirementOf = (id: string): Requirement | undefined =>
  REQUIREMENTS.find((one) => one.id === id);

export const ladderOf = (step: Step): Ladder => LADDERS[step - 1]!;
