/**
 * Makes the people of the example workspace anew: a CSV for each dataset of its data map, from which `serve --demo` makes
 * a warehouse. Seeded, so that the same script gives the same rows; nobody in it exists. Run: node scripts/make-harbor-people.ts
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';

const FOLDER = new URL('../examples/harbor/data/people/', import.meta.url);
const FIRST = [
  'Dora',
  'Emre',
  'Fenna',
  'Goran',
  'Hana',
  'Ivo',
  'Jana',
  'Kofi',
  'Lena',
  'Mats',
  'Noor',
  'Olek',
];
const LAST = ['Adler', 'Brandt', 'Cerny', 'Dahl', 'Engel', 'Fischer', 'Grau', 'Holm', 'Ivanov', 'Jansen'];
const CITIES = [
  ['24103', 'Kiel'],
  ['80331', 'Munich'],
  ['1010', 'Vienna'],
  ['28013', 'Madrid'],
];
const THINGS = ['boots', 'tents', 'stoves', 'repair'];
const PEOPLE = 40;

/** A number from 0 up to `below`, the same for the same person and question. */
const pick = (person: number, question: string, below: number): number =>
  createHash('sha256').update(`${person} ${question}`).digest().readUInt32BE() % below;
const one = <T>(person: number, question: string, of: readonly T[]): T =>
  of[pick(person, question, of.length)]!;
const day = (person: number, question: string): string =>
  new Date(Date.UTC(2026, 0, 1 + pick(person, question, 300))).toISOString().slice(0, 10);

const people = Array.from({ length: PEOPLE }, (_, index) => {
  const person = 1001 + index;
  const first = FIRST[index % FIRST.length]!;
  const last = LAST[(index * 7) % LAST.length]!;
  const email = `${first}.${last}${index < FIRST.length ? '' : index}@customer.example`.toLowerCase();
  return { person, first, last, email, hash: createHash('sha256').update(email).digest('hex') };
});
type Person = (typeof people)[number];

const TABLES: Readonly<Record<string, readonly [header: string, rows: (one: Person) => readonly string[]]>> =
  {
    'crm.customers': [
      'customer_id,email,phone,first_name,surname,postcode,city,birth_year,newsletter,member_since,email_sha256',
      ({ person, first, last, email, hash }) => {
        const [postcode, city] = one(person, 'city', CITIES);
        const phone = `+49 30 90${String(1820 + person)}`;
        return [
          `${person},${email},${phone},${first},${last},${postcode},${city},${1950 + pick(person, 'born', 55)},${one(person, 'topic', THINGS)},${2015 + pick(person, 'since', 11)},${hash}`,
        ];
      },
    ],
    'crm.scores': [
      'customer_id,churn_risk,lifetime_value',
      ({ person }) => [`${person},0.${10 + pick(person, 'risk', 89)},${pick(person, 'value', 900)}`],
    ],
    'crm.companies': [
      'contact_id,contact_email,asked_for_offer_at',
      ({ person, last }) =>
        pick(person, 'company', 8) === 0
          ? [`C${person},buying@${last.toLowerCase()}-huts.example,${day(person, 'offer')}`]
          : [],
    ],
    'shop.orders': [
      'customer_id,last_order_at,orders_last_year,last_category,sku,paid_at,returned_at',
      ({ person }) =>
        Array.from({ length: 1 + pick(person, 'orders', 4) }, (_, index) => {
          const at = day(person, `order ${index}`);
          const back = pick(person, `back ${index}`, 6) === 0 ? at : '';
          return `${person},${at},${pick(person, 'year', 9)},${one(person, `thing ${index}`, THINGS)},K${pick(person, `sku ${index}`, 9)},${at},${back}`;
        }),
    ],
    'shop.payments': [
      'customer_id,last_missed_payment,open_amount,payment_capacity,invoice_number',
      ({ person }) => [
        `${person},${pick(person, 'missed', 5) === 0 ? day(person, 'missed') : ''},${pick(person, 'open', 3) * 40},,R-${person}-${2026}`,
      ],
    ],
    'support.tickets': [
      'customer_id,topic,opened_at,deadline_at,cost_to_serve,bereavement_notice',
      ({ person }) =>
        pick(person, 'ticket', 3) === 0
          ? [
              `${person},The zip of the ${one(person, 'broken', THINGS)} is broken.,${day(person, 'asked')},,${pick(person, 'cost', 90)},`,
            ]
          : [],
    ],
    'web.sessions': [
      'customer_id,hour_of_day,late_night_gambling_site_visits,pages_last_week',
      ({ person }) =>
        Array.from(
          { length: pick(person, 'sessions', 6) },
          (_, index) =>
            `${person},${pick(person, `hour ${index}`, 24)},0,${pick(person, `pages ${index}`, 30)}`,
        ),
    ],
    'broker.profiles': [
      'email_sha256,mosaic_group,income_band,mobile_number',
      ({ person, hash }) =>
        pick(person, 'broker', 2) === 0
          ? [`${hash},${one(person, 'mosaic', ['A', 'B', 'C'])},${one(person, 'income', ['1', '2', '3'])},`]
          : [],
    ],
  };

await mkdir(FOLDER, { recursive: true });
for (const [name, [header, rows]] of Object.entries(TABLES))
  await writeFile(new URL(`${name}.csv`, FOLDER), [header, ...people.flatMap(rows), ''].join('\n'));
