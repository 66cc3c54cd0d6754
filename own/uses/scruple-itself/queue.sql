-- Which review comes next for the person of a key, as src/stores/sql/repositories/reviews.ts asks for it.
select reviews.id
from store.reviews
where reviews.state in ('open', 'awaiting-second', 'disagreement', 'escalated')
  and not exists (
    select 1
    from store.review_events
    where review_events.review_id = reviews.id
      and review_events.by_key = $1
      and review_events.type in ('judged-first', 'decided')
  )
order by reviews.gravity_rank desc, reviews.opened_at, reviews.id
limit 50
