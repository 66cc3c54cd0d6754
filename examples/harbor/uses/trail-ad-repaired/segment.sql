select email_sha256 from crm.customers where newsletter = 'stoves'
