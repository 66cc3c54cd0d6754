import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../kernel/canonical.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { pageEvidence } from '../../../stores/sql/repositories/evidence.ts';
import { decisionsLogged } from '../../../stores/sql/repositories/gate-decisions.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { demand, missing, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { DECISIONS_KEPT_DAYS } from './forget.ts';

const NAME = 'gate-log';
const shape = z.object({ provedUntil: z.string() });
/** Transactions that began before may still be written down: longer than that none takes. */
const SETTLED_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Puts a hash over the decisions since the last time into the evidence log, so that none of them can be changed, added
 * or taken out unseen from then on. Gives how many there were. Problems: those of the store.
 */
export const proveDecisions = ({ store }: Pick<ServerContext, 'store'>): Promise<Result<number, Problem>> =>
  store.write(async (work) => {
    const { db, at } = work;
    const setting = shape.safeParse((await findSetting(db, NAME))?.value);
    const from = setting.success ? new Date(setting.data.provedUntil) : new Date(0);
    const to = new Date(at.getTime() - SETTLED_MS);
    if (to <= from) return 0;
    const { count, hash } = await hashOfDecisions(db, from, to);
    if (count === 0) return 0;
    await setSetting(db, NAME, { provedUntil: to.toISOString() }, null, { personId: null, at });
    say(work, 'gate', 'gate.logged', {
      from: from.toISOString(),
      to: to.toISOString(),
      count,
      logHash: hash,
    });
    return count;
  });

export interface CheckedProof {
  readonly sequence: number;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly logHash: string;
  /** `over`: its decisions have been kept long enough and are counts by now. */
  readonly state: 'holds' | 'differs' | 'over';
}

/** Holds the log of decisions against an entry of the evidence log. Refusals: `people.not-allowed`, `store.not-found`. */
export async function checkProof(view: View, sequence: number): Promise<CheckedProof> {
  demand(view, 'evidence.read');
  const page = await pageEvidence(view.db, { above: sequence - 1 }, { direction: 'asc', limit: 1 });
  const [entry] = page.items;
  if (entry?.sequence !== sequence || entry.type !== 'gate.logged') throw missing();
  const { from, to, count, logHash } = entry.body as unknown as CheckedProof;
  const proved = { sequence, from, to, count, logHash };
  const found = await hashOfDecisions(view.db, new Date(from), new Date(to));
  if (found.hash === logHash) return { ...proved, state: 'holds' };
  // The day before a whole span has been kept long enough, parts of it have.
  const kept = view.at.getTime() - (DECISIONS_KEPT_DAYS - 1) * DAY_MS;
  return { ...proved, state: Date.parse(to) < kept ? 'over' : 'differs' };
}

async function hashOfDecisions(
  db: Database,
  from: Date,
  to: Date,
): Promise<{ readonly count: number; readonly hash: `sha256:${string}` }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const part of decisionsLogged(db, from, to))
    for (const row of part) {
      hash.update(`${canonicalJson(JSON.parse(JSON.stringify(row)))}\n`);
      count += 1;
    }
  return { count, hash: `sha256:${hash.digest('hex')}` };
}
