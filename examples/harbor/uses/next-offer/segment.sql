select customer_id from web.sessions where pages_last_week > 0
