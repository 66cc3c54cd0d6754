import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TOPICS = ['boots', 'tents', 'stoves', 'repair', 'maps', 'ropes', 'lamps'];

/** Writes a workspace with so many uses, each with one SQL segment and two messages; the same for the same number. */
export async function generateWorkspace(folder: string, uses: number): Promise<void> {
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('scruple.yaml', 'organisation: Generated (fictional)\njurisdictions: [eu, us-ca]\n');
  await write(
    'datamap/shop.yaml',
    `source: shop
origin: provided
notice: privacy-2026-03
datasets:
  - dataset: crm.customers
    collected_for: [essential.service, marketing]
    basis: consent
    retention: P3Y
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: email, category: user.contact.email }
      - { field: first_name, category: user.name.first }
      - { field: newsletter, category: user.behavior }
  - dataset: shop.orders
    collected_for: [essential.service, marketing]
    basis: consent
    retention: P3Y
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: last_order_at, category: user.behavior.purchase_history }
      - { field: last_category, category: user.behavior.purchase_history }
`,
  );
  for (let index = 0; index < uses; index += 1) {
    const id = `use-${String(index).padStart(5, '0')}`;
    const topic = TOPICS[index % TOPICS.length]!;
    await write(
      `uses/${id}/use.yaml`,
      `use: ${id}
kind: campaign
owner: lifecycle@shop.example
approver: trust@shop.example
purpose: marketing.communications.email
basis: consent
intent: sell
goal: "orders that are kept"
benefit: "News about ${topic}"
without_it: "Nothing"
channels: [email]
expires: 2027-02-10
audience: { segment: segment.sql, dialect: postgres }
messages: [email.html, reminder.txt]
fields: [crm.customers.email, crm.customers.first_name, crm.customers.newsletter, shop.orders.last_order_at]
caps: { per_person: { count: 2, days: 7 } }
explanation: "You chose the topic ${topic} in our newsletter, and your last order was a while ago."
`,
    );
    await write(
      `uses/${id}/segment.sql`,
      `with recent as (
  select o.customer_id, max(o.last_order_at) as last_order_at
  from shop.orders o
  where o.last_category <> '${topic}-${index}'
  group by o.customer_id
)
select c.email, c.first_name
from crm.customers c
join recent r on r.customer_id = c.customer_id
where c.newsletter = '${topic}' and r.last_order_at < current_date - ${30 + (index % 300)}
`,
    );
    await write(
      `uses/${id}/email.html`,
      `<html lang="en"><body><h1>News about ${topic}, number ${index}</h1>
<p>Hello {{ first_name }}, ${'we have mended what people told us about and made it lighter. '.repeat(3 + (index % 5))}</p>
<p>${index % 10 === 0 ? 'Hurry, only 3 left in stock!' : 'It costs 89 EUR, delivery included.'}</p>
<a class="button" href="https://shop.example/${topic}">See it</a>
<p>Shop (fictional), Quay 1, 12345 Harbor. <a href="https://shop.example/u/{{ token }}">Unsubscribe</a></p></body></html>
`,
    );
    await write(
      `uses/${id}/reminder.txt`,
      `Hello {{ first_name }},\nyou looked at our ${topic}. The offer number ${index} stands until you have had enough of it.\nUnsubscribe: https://shop.example/u/{{ token }}\nShop (fictional), Quay 1, 12345 Harbor\n`,
    );
  }
}
