select customer_id from shop.orders where returned_at > current_date - 14
