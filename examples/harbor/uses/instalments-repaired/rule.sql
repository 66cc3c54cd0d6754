select customer_id from shop.payments where verified_income - open_amount > 300
