-- Everyone whom the model gives up on soon and who has not bought for half a year.
select c.customer_id, c.email, c.first_name
from crm.customers c
join crm.scores s on s.customer_id = c.customer_id
join shop.orders o on o.customer_id = c.customer_id
where s.churn_risk > 0.7 and o.last_order_at < current_date - 180
