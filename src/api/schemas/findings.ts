import { z } from 'zod';
import { finding, versionDifference } from './uses.ts';

/** A finding under the name by which reviews and clearances speak of it. */
export const listedFinding = finding.extend({ id: z.string() }).meta({ id: 'ListedFinding' });

const listed = z.array(listedFinding).readonly();
export const shownDifference = versionDifference
  .extend({
    findings: z
      .object({ came: listed, gone: listed })
      .nullable()
      .describe('`null` where who asks must judge first.'),
  })
  .meta({ id: 'ShownDifference' });
