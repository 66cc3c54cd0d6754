import { LIVE_USES } from './live-uses.ts';

/** What is asked of the fifth practice; each answers `value`, `of` and `at`. */
export const oversight = {
  'reviews-closed': `
select count(*)::float8 as value, null as of, max(closed_at) as at
from reviews where outcome is not null and closed_at <= $1`,

  'clearances-reviewed': `
select case when count(*) = 0 then null else count(review_id) / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from clearances where voided_at is null and issued_at <= $1 and expires_at > $1`,

  'grave-reviews-by-two': `
select case when count(*) = 0 then null else count(*) filter (where approvers >= 2) / count(*)::float8 end as value,
  count(*) as of, max(closed_at) as at
from (
  select reviews.id, reviews.closed_at, (
    select count(distinct by_key) from review_events
    where review_id = reviews.id and type = 'decided'
      and event::jsonb ->> 'decision' in ('approve', 'approve-with-conditions')) as approvers
  from reviews
  where gravity = 'block' and state like 'approved%' and closed_at <= $1
) as grave`,

  'stops-drilled': `${LIVE_USES}
select case when (select count(*) from live) = 0 then null
    when count(*) = 0 then 1
    else count(*) filter (where drilled_at > $1::timestamptz - interval '90 days') / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from automations join live on live.id = automations.use_id where is_automation`,

  'statistics-agreed': `
select count(*)::float8 as value, null as of, max(changed_at) as at
from settings where name = 'review-statistics-agreement' and changed_at <= $1`,

  'practice-answers': `
select count(*)::float8 as value, null as of, max(answered_at) as at
from practice_answers where answered_at <= $1`,

  'practice-caught': `
select case when count(*) = 0 then null else count(*) filter (where is_caught) / count(*)::float8 end as value,
  count(*) as of, max(answered_at) as at
from practice_answers where answered_at <= $1`,
};
