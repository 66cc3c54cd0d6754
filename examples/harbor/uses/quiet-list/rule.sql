-- Offers go to those who are worth it.
select c.customer_id
from crm.customers c
join crm.scores s on s.customer_id = c.customer_id
where c.postcode in ('12349', '12351', '12353') or s.lifetime_value < 50
