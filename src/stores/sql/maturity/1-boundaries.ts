import { LIVE_USES } from './live-uses.ts';

/** What is asked of the first practice; each answers `value`, `of` and `at`. */
export const boundaries = {
  'uses-with-card': `${LIVE_USES}
select case when count(*) = 0 then null else count(uses.id) / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from (select id from seen union select id from live) as all_uses
left join uses on uses.id = all_uses.id`,

  'judged-in-ci': `
select count(*)::float8 as value, null as of, max(created_at) as at
from use_versions where pushed_through = 'ci' and created_at <= $1`,

  'gate-asked': `
select count(*)::float8 as value, null as of, max(decided_at) as at
from gate_decisions where decided_at <= $1`,

  'waiver-age': `${LIVE_USES}
select case when (select count(*) from live) = 0 then null
    else coalesce(percentile_cont(0.5) within group (
      order by extract(epoch from $1::timestamptz - created_at) / 86400), 0) end as value,
  count(*) as of, $1::timestamptz as at
from waivers where state = 'approved' and until > $1 and created_at <= $1`,

  'sends-past-the-gate': `
select case when sends.count = 0 then null else incidents.count / sends.count::float8 end as value,
  sends.count as of, $1::timestamptz as at
from (select count(*) from outcome_events
    where type = 'send' and at > $1::timestamptz - interval '90 days' and at <= $1) as sends,
  (select count(*) from send_incidents
    where sent_at > $1::timestamptz - interval '90 days' and sent_at <= $1) as incidents`,

  // The last word on what would have caught it counts; a test that only we run stops nothing of what is sent.
  'boundary-from-incident': `
select count(*)::float8 as value, null as of, max(incidents.closed_at) as at
from incidents
join lateral (select event::jsonb as event from incident_events
    where incident_id = incidents.id and type = 'guard-named' and at <= $1
    order by number desc limit 1) as guard on true
where closed_at <= $1 and event ->> 'guard' in ('rule', 'check')`,
};
