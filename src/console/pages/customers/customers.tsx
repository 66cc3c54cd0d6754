import { Link } from 'react-router';
import { Card, Page, Section } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import type { Right } from '../console-page.ts';
import styles from './customers.module.css';
import { FindCustomer } from './find-customer.tsx';

const WAYS: ReadonlyArray<{ to: string; label: string; says: string; right: Right }> = [
  {
    to: '/requests',
    label: 'Requests',
    says: 'What customers asked for, each with the clock that the law sets.',
    right: 'request.read',
  },
  {
    to: '/dossiers',
    label: 'Dossiers',
    says: 'What is on record about one person and a time, where an authority asks for it.',
    right: 'access.read',
  },
  {
    to: '/notices',
    label: 'Notices',
    says: 'What people are told when they choose, in every version and language.',
    right: 'settings.read',
  },
  {
    to: '/customer-pages',
    label: 'What customers see',
    says: 'Their pages in each language, light and dark, before anything is kept.',
    right: 'settings.read',
  },
];

/** The side of the customers: one person’s ledger for who may see it, and what all of them are told. */
export default function Customers() {
  const may = useMay();
  return (
    <Page
      title="Customers"
      says="They decide what we send. Here is what they decided, what they were told, and what they asked for."
    >
      <Card>
        {may('ledger.read') ? (
          <FindCustomer />
        ) : (
          <p>
            Choices of single people are for customer advocates, who say why they look. Nobody who plans or
            sends sees them: the gate answers for them.
          </p>
        )}
      </Card>
      <Section title="What they are told, and what they ask">
        <ul className={styles.ways}>
          {WAYS.filter(({ right }) => may(right)).map(({ to, label, says }) => (
            <li key={to} className={styles.way}>
              <h3>
                <Link to={to}>{label}</Link>
              </h3>
              <p>{says}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
