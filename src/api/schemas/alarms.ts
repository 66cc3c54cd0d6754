import { z } from 'zod';
import { id } from './common.ts';

export const alarmGroup = z.record(z.string(), z.string()).nullable();
const share = z.number().min(0).max(1);

/** An alarm as everybody with a role may see it where they may see its group. */
export const alarmFields = {
  id,
  use: id,
  group: alarmGroup,
  monitor: z.string(),
  action: z.enum(['warn', 'review', 'pause']),
  raisedAt: z.string(),
  recordedAt: z.string(),
  afterSends: z.int(),
  eValue: z.number().nullable(),
  alpha: share.nullable(),
  bound: share.nullable(),
  rate: share.nullable(),
  interval: z.tuple([share, share]).readonly().nullable(),
};

/** An alarm as evidence. */
export const evidenceAlarm = z
  .object({
    ...alarmFields,
    isGroupHidden: z.boolean().describe('It is about a group that the caller may not see.'),
  })
  .meta({ id: 'EvidenceAlarm' });
