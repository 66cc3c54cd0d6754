select c.id, c.email
from crm.customers c
where c.email in ('ada@people.example', 'bob@people.example', 'cyd@people.example', 'dan@people.example')
