import type { LedgerOfPerson } from '../../api/client.ts';
import {
  aboutInWords,
  becauseInWords,
  CHOICE_KINDS,
  channelInWords,
  scopeInWords,
} from '../../parts/choice-words.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './customer.module.css';

/** What all choices come to now, for each purpose and channel, with the choice that decided. */
export function Answers({ ledger }: { readonly ledger: LedgerOfPerson }) {
  const madeAt = new Map(ledger.choices.map(({ id, at }) => [id, at]));
  return (
    <Section title="What counts now">
      <PlainTable
        label="What counts now"
        rows={ledger.answers}
        rowKey={({ scope }) => JSON.stringify(scope)}
        columns={[
          { header: 'About', cell: ({ scope }) => aboutInWords(scope) },
          { header: 'Channel', cell: ({ scope }) => channelInWords(scope.channel) },
          {
            header: 'Answer',
            cell: ({ isPermitted }) =>
              isPermitted ? <Gravity of="allow">yes</Gravity> : <Gravity of="none">no</Gravity>,
          },
          { header: 'Because', cell: ({ because }) => becauseInWords(because) },
          {
            header: 'Since',
            cell: ({ choice }) => {
              const at = choice === null ? undefined : madeAt.get(choice);
              return at === undefined ? null : <TimeAgo at={at} />;
            },
          },
          {
            header: 'Until',
            cell: ({ until }) => (until === null ? null : <TimeAgo at={until} />),
          },
        ]}
      />
      <Remaining ledger={ledger} />
    </Section>
  );
}

/** What stands of an erasure: noes whose choices are gone. */
const Remaining = ({ ledger }: { readonly ledger: LedgerOfPerson }) =>
  ledger.choices.length > 0 ? null : (
    <>
      <p className={styles.next}>
        Their choices were erased. What stays, so that an old list that comes back permits nothing:
      </p>
      <ul>
        {ledger.standing.map(({ kind, scope, since }) => (
          <li key={`${kind} ${JSON.stringify(scope)}`}>
            {CHOICE_KINDS[kind as keyof typeof CHOICE_KINDS] ?? kind}: {scopeInWords(scope)},{' '}
            <TimeAgo at={since} />
          </li>
        ))}
      </ul>
    </>
  );
