import { isBlocked, LIVE_USES, lacks, liveUsesWith, shareOfLive } from './live-uses.ts';

/** What is asked of the third practice; each answers `value`, `of` and `at`. */
export const segments = {
  'segments-read': `
select count(distinct use_id)::float8 as value, null as of, max(created_at) as at
from use_versions where card::jsonb ? 'audience' and created_at <= $1`,

  'live-segments-read': shareOfLive(`live.card ? 'audience'`, `not ${lacks('audience')}`),

  'blocked-segments-live': liveUsesWith(isBlocked(3)),

  'impact-assessments-done': `${LIVE_USES}
select case when (select count(*) from live) = 0 then null
    when count(*) = 0 then 1
    else count(*) filter (where records.state = 'approved' and (expires_at is null or expires_at > $1))
      / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from records join live on live.id = records.use_id`,
};
