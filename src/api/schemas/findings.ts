import { z } from 'zod';
import { finding } from './uses.ts';

/** A finding under the name by which reviews and clearances speak of it. */
export const listedFinding = finding.extend({ id: z.string() }).meta({ id: 'ListedFinding' });
