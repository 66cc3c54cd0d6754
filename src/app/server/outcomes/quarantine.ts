import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  decideQuarantined,
  listQuarantine,
  lockQuarantined,
  type QuarantineRow,
  type QuarantineSort,
} from '../../../stores/sql/repositories/outcome-quarantine.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { lockedUse } from '../uses/standing.ts';

/** A campaign as a system names it, and no use is known by; `campaign` is empty where nothing was named. */
export interface Quarantined {
  readonly source: string;
  readonly campaign: string;
  readonly events: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

const shown = ({ source, told, events, firstAt, lastAt }: QuarantineRow): Quarantined => ({
  source,
  campaign: told,
  events,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
});

/** What waits for somebody to say which use it is. Refusals: `store.invalid-cursor`. */
export async function showQuarantine(
  view: View,
  filter: { readonly source?: string | undefined },
  request: PageRequest<QuarantineSort>,
): Promise<Page<Quarantined>> {
  demand(view, 'settings.read');
  const { items, next } = await listQuarantine(view.db, filter, request);
  return { items: items.map(shown), next };
}

/**
 * Says which use a campaign is, or that it is none of ours (`null`): what is kept of it counts for the use from then on,
 * and so does what comes. Gives how many events went over. Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function decideCampaign(
  change: Change,
  {
    source,
    campaign,
    use,
  }: { readonly source: string; readonly campaign: string; readonly use: string | null },
): Promise<{ readonly moved: number }> {
  demand(change, 'settings.write');
  const { db, at, caller } = change;
  const row = await lockQuarantined(db, source, campaign);
  if (row === undefined || row.decision !== null)
    throw new Refusal(
      problem('store.not-found', 'no such campaign waits here', 'look at the campaigns that wait'),
    );
  if (use !== null) await lockedUse(change, use);
  const moved = await decideQuarantined(db, row, { useId: use, by: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: 'campaigns',
    before: contentHash({ source, campaign, use: null }),
    after: contentHash({ source, campaign, use }),
  });
  return { moved };
}
