-- Those whom the contract obliges us to tell.
select customer_id from shop.payments
where last_missed_payment > current_date - 30
