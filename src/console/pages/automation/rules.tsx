import type { AutomationRulesItem } from '../../api/client.ts';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import styles from './automation.module.css';

/** Rules that decide: why each exists, when it ends, and how somebody gets out of it. */
export const Rules = ({ rules }: { readonly rules: readonly AutomationRulesItem[] }) =>
  rules.length === 0 ? null : (
    <Section title="Rules">
      <PlainTable
        label="Rules"
        rows={rules}
        rowKey={({ name }) => name}
        columns={[
          {
            header: 'Rule',
            cell: ({ name, type }) => (
              <span className={styles.two}>
                <strong>{name}</strong>
                <span className="small quiet">{type}</span>
              </span>
            ),
          },
          { header: 'Because', cell: ({ reason }) => reason ?? <Unstated /> },
          { header: 'Ends', cell: ({ expires }) => expires ?? <Unstated /> },
          { header: 'How to get out', cell: ({ appeal }) => appeal ?? <Unstated /> },
          {
            header: 'Looks at',
            cell: ({ looksAt }) => (looksAt.length === 0 ? <Unstated word="not read" /> : looksAt.join(', ')),
          },
        ]}
      />
    </Section>
  );

const Unstated = ({ word = 'not stated' }: { readonly word?: string }) => (
  <span className="quiet">{word}</span>
);
