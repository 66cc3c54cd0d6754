-- Who may pay in instalments.
select customer_id from crm.customers
where birth_year between 1975 and 1990 and postcode not in ('12349', '12351')
