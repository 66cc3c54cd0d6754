/** What is asked of the seventh practice; each answers `value`, `of` and `at`. */
export const outcomes = {
  'outcomes-told': `
select count(*)::float8 as value, null as of, max(at) as at
from outcome_events where type not in ('send', 'opt-in') and at <= $1`,

  'live-uses-watched': `
select case when count(*) = 0 then null else count(watched.use_id) / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from (select distinct use_id from gate_decisions
    where outcome = 'permit' and decided_at > $1::timestamptz - interval '90 days' and decided_at <= $1) as permitted
left join (select distinct use_id from outcome_events
    where type = 'send' and at > $1::timestamptz - interval '90 days' and at <= $1) as watched
  on watched.use_id = permitted.use_id`,

  'monitors-run': `
select count(*)::float8 as value, null as of, max(judged_at) as at
from monitored_uses where judged_at <= $1`,

  // An essential message is never stopped by a monitor.
  'pauses-bound': `
select case when count(*) = 0 then null else count(*) filter (where permits = 0) / count(*)::float8 end as value,
  count(*) as of, max(recorded_at) as at
from (
  select pauses.use_id, pauses.recorded_at, (
    select count(*) from gate_decisions
    where gate_decisions.use_id = pauses.use_id and outcome = 'permit' and door <> 'essential-alone'
      and decided_at > pauses.recorded_at and decided_at <= $1
      and decided_at < coalesce((select armed_at from monitored_uses
        where monitored_uses.use_id = pauses.use_id and armed_at > pauses.recorded_at), $1)) as permits
  from (select use_id, max(recorded_at) as recorded_at from alarms
    where action = 'pause' and recorded_at <= $1 group by use_id) as pauses
) as bound`,

  // Those without a remedy count with their age: otherwise leaving them open would look quick.
  'time-to-remedy': `
select percentile_cont(0.5) within group (
    order by extract(epoch from coalesce(remedied_at, closed_at, $1::timestamptz) - opened_at) / 86400) as value,
  count(*) as of, $1::timestamptz as at
from (
  select opened_at, case when closed_at <= $1 then closed_at end as closed_at, (
    select min(at) from incident_events
    where incident_id = incidents.id and type = 'remedy-decided' and at <= $1) as remedied_at
  from incidents
  where opened_at <= $1 and (closed_at is null or closed_at > $1::timestamptz - interval '90 days')
) as recent`,
};
