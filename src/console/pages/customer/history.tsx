import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LedgerOfPerson, LedgerOfPersonChoicesItem } from '../../api/client.ts';
import { actorInWords, CHOICE_KINDS, scopeInWords } from '../../parts/choice-words.ts';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './customer.module.css';

type Choice = LedgerOfPersonChoicesItem;

/** Every choice, latest first, with the notice that they saw and how it is proven. One made under several keys stands once. */
export function History({ ledger, aside }: { readonly ledger: LedgerOfPerson; readonly aside: ReactNode }) {
  const once = [...new Map(ledger.choices.map((choice) => [nameOf(choice), choice])).values()].reverse();
  if (once.length === 0) return null;
  return (
    <Section title="How it came about" aside={aside}>
      <PlainTable
        label="Choices, latest first"
        rows={once}
        rowKey={nameOf}
        columns={[
          { header: 'When', cell: ({ at }) => <TimeAgo at={at} /> },
          { header: 'What they did', cell: (choice) => <Did choice={choice} /> },
          { header: 'Notice', cell: ({ proof }) => <Notice of={proof.notice} /> },
          { header: 'Proof', cell: (choice) => <Proof choice={choice} /> },
        ]}
      />
      <p className={`small quiet ${styles.next}`}>
        Which themes somebody asked to be spared is shown to nobody here.
      </p>
    </Section>
  );
}

const nameOf = ({ id, kind, scope, at }: Choice): string => JSON.stringify([id, kind, scope, at]);

const Did = ({ choice: { kind, scope, validUntil, pausedUntil } }: { readonly choice: Choice }) => (
  <span className={styles.two}>
    <span>{CHOICE_KINDS[kind]}</span>
    <span className="small quiet">{scopeInWords(scope)}</span>
    {validUntil === null ? null : (
      <span className="small quiet">
        holds until <TimeAgo at={validUntil} />
      </span>
    )}
    {pausedUntil === null ? null : (
      <span className="small quiet">
        paused until <TimeAgo at={pausedUntil} />
      </span>
    )}
  </span>
);

const Notice = ({ of }: { readonly of: Choice['proof']['notice'] }) =>
  of === null ? (
    <span className="quiet">none</span>
  ) : (
    <Link to={`/notices/${encodeURIComponent(of.hash)}`}>
      {of.version} ({of.language})
    </Link>
  );

const Proof = ({ choice: { proof, id } }: { readonly choice: Choice }) => (
  <span className={styles.two}>
    <span>
      {proof.method.replaceAll('-', ' ')}, {actorInWords(proof.actor)}
    </span>
    <span className="small quiet">
      kept by {proof.sourceSystem}
      {proof.jurisdiction === null ? '' : `, under the law of ${proof.jurisdiction}`}
    </span>
    <details className="small">
      <summary>Ids and hashes</summary>
      <p>
        Choice <code>{id}</code>
      </p>
      {proof.uiHash === null ? null : (
        <p>
          The page as it was shown <code>{proof.uiHash}</code>
        </p>
      )}
      {proof.notice === null ? null : (
        <p>
          The notice <code>{proof.notice.hash}</code>
        </p>
      )}
    </details>
  </span>
);
