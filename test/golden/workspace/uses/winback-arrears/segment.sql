-- Grüße 漢字 👋
select c.id, c.email, c.first_name
from crm.customers c
where c.last_missed_payment > current_date - 30
  and c.email not in ('ada@people.example', 'bob@people.example')
