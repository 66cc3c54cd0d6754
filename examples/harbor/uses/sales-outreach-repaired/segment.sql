select contact_id from crm.companies where asked_for_offer_at > current_date - 14
