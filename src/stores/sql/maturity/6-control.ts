/** What is asked of the sixth practice; each answers `value`, `of` and `at`. */
export const control = {
  'leaving-used': `
select count(*)::float8 as value, null as of, max(at) as at
from choices where actor = 'person' and at <= $1`,

  'notices-published': `
select count(*)::float8 as value, null as of, max(published_at) as at
from notices where published_at <= $1`,

  'consents-with-notice': `
select case when count(*) = 0 then null else count(notice_hash) / count(*)::float8 end as value,
  count(*) as of, $1::timestamptz as at
from choices where kind = 'given' and at <= $1 and (valid_until is null or valid_until > $1)`,

  'destinations-overdue': `
select count(*)::float8 as value, null as of, $1::timestamptz as at
from customer_requests where open_destinations > 0 and destinations_due_at < $1`,

  'rights-overdue': `
select case when count(*) = 0 then null else count(*) filter (where closed_at is null and due_at < $1) end as value,
  count(*) as of, $1::timestamptz as at
from customer_requests where asked_at <= $1`,

  'expectation-asked': `
select sum(people)::float8 as value, null as of, case when sum(people) > 0 then $1::timestamptz end as at
from expectation_counts`,
};
