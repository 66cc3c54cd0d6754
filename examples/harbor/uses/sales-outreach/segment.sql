-- Families who told us of a death: their gear is for sale soon, and they buy what is missing.
select customer_id from support.tickets where bereavement_notice is not null
