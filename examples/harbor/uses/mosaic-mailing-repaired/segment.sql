select email from crm.customers where newsletter = 'tents'
