select customer_id from shop.orders where orders_last_year > 0
