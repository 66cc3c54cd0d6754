-- People who chose the topic themselves; no score decides.
select c.customer_id, c.email, c.first_name
from crm.customers c
join shop.orders o on o.customer_id = c.customer_id
where c.newsletter = 'boots' and o.last_order_at < current_date - 180
