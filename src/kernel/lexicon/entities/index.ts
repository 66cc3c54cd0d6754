import type { Entities } from '../entry.ts';
import { health } from './health.ts';
import { otherEntities } from './others.ts';
import { political } from './political.ts';
import { politicians } from './politicians.ts';
import { raceEthnicity } from './race-ethnicity.ts';
import { religionBelief } from './religion-belief.ts';
import { religiousFigures } from './religious-figures.ts';

/** People, media, organisations and brands by the category they are known to stand for. */
export const ENTITIES: readonly Entities[] = [
  health,
  political,
  politicians,
  raceEthnicity,
  religionBelief,
  religiousFigures,
  ...otherEntities,
];
