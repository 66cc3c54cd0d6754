/**
 * The tables that questions begin with; `$1` is the moment that is asked about. `live` are uses that are cleared or were
 * seen to send within 90 days; those without a card are among the seen, since nobody may forget them in a share.
 */
export const LIVE_USES = `
with seen as (
  select distinct use_id as id from outcome_events
  where type = 'send' and at > $1::timestamptz - interval '90 days' and at <= $1
  union
  select distinct use_id from gate_decisions
  where decided_at > $1::timestamptz - interval '90 days' and decided_at <= $1
), live as (
  select uses.id, uses.kind, uses.latest_version_id, use_versions.card::jsonb as card,
    use_versions.not_assessed::jsonb as not_assessed
  from uses join use_versions on use_versions.id = coalesce(uses.cleared_version_id, uses.latest_version_id)
  where uses.state = 'cleared' or uses.id in (select id from seen)
)`;

/** A share of the live uses that the condition picks; with none to look at among them it holds, without live uses nothing does. */
export const shareOfLive = (among: string, holds: string): string => `${LIVE_USES}
select case when (select count(*) from live) = 0 then null
    when count(*) = 0 then 1
    else count(*) filter (where ${holds}) / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from live where ${among}`;

/** How many live uses the condition picks; nothing without live uses. */
export const liveUsesWith = (holds: string): string => `${LIVE_USES}
select case when count(*) = 0 then null else count(*) filter (where ${holds}) end as value,
  count(*) as of, $1::timestamptz as at
from live`;

/** Whether a check that needs this fact could not look. */
export const lacks = (fact: string): string => `exists (
  select from jsonb_array_elements(live.not_assessed) as one, jsonb_array_elements_text(one -> 'missing') as missing
  where missing like '${fact}%' and (one -> 'required')::boolean)`;

/** Whether a finding of this practice blocks the version, and nobody waived it. */
export const isBlocked = (step: number): string => `exists (
  select from findings where findings.version_id = live.latest_version_id
    and step = ${step} and gravity = 'block' and not is_waived)`;
