select customer_id from shop.payments where payment_capacity - open_amount > 300
