-- People who are awake late, short of money and easy to tempt.
select w.customer_id
from web.sessions w
join shop.payments p on p.customer_id = w.customer_id
where w.hour_of_day between 1 and 4
  and w.late_night_gambling_site_visits > 2
  and p.last_missed_payment > current_date - 30
