select c.email
from crm.customers c
join broker.profiles b on b.email_sha256 = c.email_sha256
where b.mosaic_group in ('B07', 'B09')
