import { z } from 'zod';
import { ok } from '../../../kernel/result.ts';
import type { Evidence } from '../../../maturity/evidence.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { Job } from '../jobs/job.ts';
import { FAULTS, tryLeaving, WAYS } from './try-leaving.ts';

const NAME = 'leaving-trials';

const shape = z.object({
  at: z.iso.datetime(),
  trials: z.array(z.object({ way: z.enum(WAYS), fault: z.enum(FAULTS).nullable() })).readonly(),
});
type Trials = z.infer<typeof shape>;

/** Tries every day, and whenever the server starts, whether people can leave, and keeps what came of it. */
export const probeControl: Job = {
  name: 'probe-control',
  everyMinutes: 24 * 60,
  afterStart: true,
  async run(context) {
    const trials: Array<Trials['trials'][number]> = [];
    for (const way of WAYS) {
      const tried = await tryLeaving(context, way);
      if (!tried.ok) return tried;
      trials.push({ way, fault: tried.value });
    }
    const kept = await context.store.write(({ db, at }) =>
      setSetting(db, NAME, { at: at.toISOString(), trials }, null, { personId: null, at }),
    );
    return kept.ok ? ok(trials.length) : kept;
  },
};

const AFTER = {
  joining: 'nothing could be told, since a yes did not count',
  leaving: 'it broke',
  ledger: 'the ledger still said yes',
  gate: 'the gate still said yes',
} as const;

/** What the last trials came to, as evidence. */
export async function leavingEvidence(db: Database): Promise<Evidence> {
  const read = shape.safeParse((await findSetting(db, NAME))?.value);
  const { at, trials } = read.success ? read.data : { at: null, trials: [] };
  const failed = trials.flatMap(({ way, fault }) => (fault === null ? [] : [`${way} (${AFTER[fault]})`]));
  return {
    id: 'leaving-probed',
    value: trials.length === 0 ? null : (trials.length - failed.length) / trials.length,
    of: trials.length === 0 ? null : trials.length,
    at: at === null ? null : new Date(at),
    query: `setting ${NAME}: of the ways to leave those after which ledger and gate say no; failed: ${failed.join(', ') || 'none'}`,
    attested: null,
  };
}
