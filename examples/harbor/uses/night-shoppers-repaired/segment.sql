-- People who asked for the guide.
select customer_id from crm.customers where newsletter = 'packing-guide'
