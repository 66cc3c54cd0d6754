-- Who may judge a use: src/playbook/5-oversight says it in TypeScript, with the reporting line followed to its top.
select person_keys.key
from store.people
join store.person_keys on person_keys.person_id = people.id
where people.is_active
  and (people.ends_at is null or people.ends_at > current_timestamp)
  and ('reviewer' = any(people.roles) or 'customer-advocate' = any(people.roles))
  and people.trained_at > current_timestamp - interval '1 year'
  and people.id <> $1
  and people.manager_id is distinct from $2
