select c.id, c.email
from crm.customers c
where c.newsletter_consent = true
