import { isBlocked, lacks, liveUsesWith, shareOfLive } from './live-uses.ts';

const HAS_MESSAGES = `jsonb_array_length(coalesce(live.card -> 'messages', '[]')) > 0`;
const HAS_SCORES = `jsonb_array_length(coalesce(live.card -> 'scores', '[]')) > 0`;

/** What is asked of the fourth practice; each answers `value`, `of` and `at`. */
export const harm = {
  'messages-read': `
select count(distinct use_id)::float8 as value, null as of, max(created_at) as at
from use_versions where card::jsonb ? 'messages' and created_at <= $1`,

  'live-messages-read': shareOfLive(HAS_MESSAGES, `not ${lacks('messages')} and not ${lacks('wording')}`),

  'blocked-messages-live': liveUsesWith(isBlocked(4)),

  'scores-audited': shareOfLive(
    HAS_SCORES,
    `exists (select from audits where audits.use_id = live.id and verdict <> 'insufficient'
      and audited_at > $1::timestamptz - interval '90 days' and audited_at <= $1)`,
  ),

  'outcomes-by-group': `
select count(distinct use_id)::float8 as value, null as of, max(at) as at
from outcome_events where type = 'send' and at <= $1 and groups::text <> '{}'`,
};
