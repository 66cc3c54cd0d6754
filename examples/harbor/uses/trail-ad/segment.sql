select email_sha256 from crm.customers where city = 'Harbor'
