import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { allPages } from '../api/all-pages.ts';
import { type Audit, readAudits } from '../api/client.ts';
import { useMay } from '../shell/session.tsx';
import styles from './audit-charts.module.css';
import { AuditVerdict } from './audit-verdict.tsx';
import {
  type GroupRow,
  groupName,
  groupRows,
  people,
  percent,
  type RuleRow,
  range,
  ratesInWords,
  ratiosInWords,
  ruleRows,
  thresholdOf,
  widestGap,
} from './audit-words.ts';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';
import { PlainTable } from './plain-table.tsx';
import { TimeAgo } from './time-ago.tsx';

// What draws is asked for by those alone who look at an audit.
const RatePlot = lazy(async () => ({ default: (await import('./audit-plots.tsx')).RatePlot }));
const RatioPlot = lazy(async () => ({ default: (await import('./audit-plots.tsx')).RatioPlot }));
const RulePlot = lazy(async () => ({ default: (await import('./audit-plots.tsx')).RulePlot }));

/** Of more groups the largest are drawn; the table has all of them. */
const MOST_DRAWN = 24;

/** Whether a card names decisions that can be audited. */
export const namesDecisions = (card: unknown): boolean =>
  ((card as { readonly scores?: ReadonlyArray<{ readonly decisions?: string }> } | null)?.scores ?? []).some(
    ({ decisions }) => decisions !== undefined,
  );

/**
 * How the decisions of a version fell by group: rates, ratios against the threshold and what rules add, each drawn, in
 * words and in a table. The figures show before one has judged; what they come to does not.
 */
export function AuditCharts({
  use,
  version,
  isOwn = false,
  isHidden = false,
}: {
  readonly use: string;
  readonly version: string;
  /** Whether who looks works on the use, and so sees what others need a right for. */
  readonly isOwn?: boolean;
  /** Whether the verdict is held back now, so that it is asked for anew once it is not. */
  readonly isHidden?: boolean;
}) {
  const maySee = useMay()('aggregate.read') || isOwn;
  const audits = useQuery({
    queryKey: ['uses', use, 'audits', version, isHidden],
    queryFn: ({ signal }) => allPages((page) => readAudits(use, version, page, { signal })),
    enabled: maySee,
  });
  if (!maySee) return <p className="quiet">Results by group are for those who review or analyse.</p>;
  if (audits.isError) return <ErrorState error={audits.error} retry={() => void audits.refetch()} />;
  if (audits.data === undefined) return <Loading what="the audits" />;
  if (audits.data.items.length === 0)
    return (
      <p className="quiet">
        No audit came with this version. <code>scruple push</code> makes one where the file of decisions lies
        and <code>scruple.yaml</code> names groups to compare.
      </p>
    );
  return audits.data.items.map((audit) => <OneAudit key={audit.id} audit={audit} />);
}

function OneAudit({ audit }: { readonly audit: Audit }) {
  const { figures } = audit;
  const rows = groupRows(figures);
  const rules = ruleRows(figures);
  const hidden = rows.filter(({ isSuppressed }) => isSuppressed).length;
  return (
    <section className={styles.audit} aria-label={`Audit of ${audit.name}`}>
      <header>
        <h2>Audit of {audit.name}</h2>
        <AuditVerdict of={audit.verdict} />
      </header>
      <p className="small quiet">
        {people(figures.people)} people in <code>{audit.source}</code>, compared by{' '}
        {figures.attributes.map((name) => name.replaceAll('_', ' ')).join(' and ')}; audited{' '}
        <TimeAgo at={audit.auditedAt} />
        {figures.isOverVault ? ', with attributes from the vault' : null}.
        {hidden === 0
          ? null
          : ` ${hidden} of ${rows.length} groups are not shown, so that no group of fewer than ${figures.minimumCell} people can be told.`}
      </p>
      {(audit.because ?? []).length === 0 ? null : (
        <ul className={styles.because}>
          {audit.because!.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Rates rows={rows} />
      <Ratios rows={rows} audit={audit} />
      <GroupTable rows={rows} audit={audit} />
      {rules.length === 0 ? null : <Rules rules={rules} audit={audit} />}
      <p className={`small quiet ${styles.hash}`}>
        {audit.countsHash === null ? (
          'What was counted bears no hash.'
        ) : (
          <>
            Of what was counted: <code>{audit.countsHash}</code>
          </>
        )}
      </p>
    </section>
  );
}

/** The largest where there are too many, in the order of all. */
const drawn = (rows: readonly GroupRow[]): readonly GroupRow[] => {
  if (rows.length <= MOST_DRAWN) return rows;
  const kept = new Set([...rows].sort((a, b) => b.people! - a.people!).slice(0, MOST_DRAWN));
  return rows.filter((row) => kept.has(row));
};

const Left = ({ of, all }: { readonly of: readonly GroupRow[]; readonly all: readonly GroupRow[] }) =>
  of.length === all.length ? null : (
    <>
      {' '}
      The {of.length} largest of {all.length} groups are drawn.
    </>
  );

function Rates({ rows }: { readonly rows: readonly GroupRow[] }) {
  const shown = rows.filter(({ rate, people: count }) => rate !== null && count !== null);
  const few = drawn(shown);
  return (
    <figure className={styles.chart}>
      <h3>Rate by group</h3>
      <figcaption className="small">
        {ratesInWords(rows)}
        <Left of={few} all={shown} />
      </figcaption>
      {shown.length === 0 ? null : (
        <Suspense fallback={<Loading what="the chart" />}>
          <RatePlot rows={few} />
        </Suspense>
      )}
    </figure>
  );
}

function Ratios({ rows, audit }: { readonly rows: readonly GroupRow[]; readonly audit: Audit }) {
  const shown = rows.filter(({ ratio, people: count }) => ratio !== null && count !== null);
  const few = drawn(shown);
  return (
    <figure className={styles.chart}>
      <h3>Ratio against the threshold</h3>
      <figcaption className="small">
        {ratiosInWords(rows, audit.figures.threshold)}
        {shown.some(({ callsForReview }) => callsForReview) ? ' A diamond calls for a review.' : null}
        <Left of={few} all={shown} />
      </figcaption>
      {shown.length === 0 ? null : (
        <Suspense fallback={<Loading what="the chart" />}>
          <RatioPlot rows={few} threshold={thresholdOf(audit.figures)} said={audit.figures.threshold} />
        </Suspense>
      )}
    </figure>
  );
}

const GroupTable = ({ rows, audit }: { readonly rows: readonly GroupRow[]; readonly audit: Audit }) => (
  <PlainTable
    label={`Groups of ${audit.name}`}
    rows={rows}
    rowKey={({ name }) => name}
    columns={[
      { header: 'Group', cell: ({ name }) => name },
      { header: 'People', isNumber: true, cell: (row) => people(row.people) },
      { header: 'Decided for', isNumber: true, cell: ({ selected }) => people(selected) },
      { header: 'Rate', isNumber: true, cell: ({ rate }) => percent(rate) },
      { header: '95 %', isNumber: true, cell: ({ rateInterval }) => range(rateInterval) },
      {
        header: 'Ratio',
        isNumber: true,
        cell: ({ ratio, isReference }) => (isReference ? 'reference' : percent(ratio)),
      },
      { header: '95 % of it', isNumber: true, cell: ({ ratioInterval }) => range(ratioInterval) },
      { header: 'Note', cell: note },
    ]}
  />
);

const note = ({ isSuppressed, callsForReview, canTell }: GroupRow): string | null =>
  isSuppressed ? 'not shown' : callsForReview ? 'calls for a review' : canTell ? null : 'not enough data';

function Rules({ rules, audit }: { readonly rules: readonly RuleRow[]; readonly audit: Audit }) {
  const { figures } = audit;
  const widest = widestGap(figures);
  const of = rules.filter(({ group }) => group === widest?.group);
  return (
    <>
      <figure className={styles.chart}>
        <h3>What each rule adds to the gap</h3>
        <figcaption className="small">
          {widest === null
            ? 'No group is decided for less often than the reference.'
            : `Of ${(100 * widest.gap).toFixed(1)} points between ${widest.group} and ${figures.reference === null ? 'the reference' : groupName(figures.reference)}: ${of.map(({ rule, points }) => `${rule} ${points.toFixed(1)}`).join('; ')}. They add up to the gap.`}
        </figcaption>
        {widest === null ? null : (
          <Suspense fallback={<Loading what="the chart" />}>
            <RulePlot rows={of} />
          </Suspense>
        )}
      </figure>
      <PlainTable
        label={`Rules of ${audit.name}`}
        rows={rules}
        rowKey={({ group, rule }) => `${group} ${rule}`}
        columns={[
          { header: 'Group', cell: ({ group }) => group },
          { header: 'Rule', cell: ({ rule }) => rule },
          { header: 'Points', isNumber: true, cell: ({ points }) => points.toFixed(1) },
          {
            header: 'Held back',
            isNumber: true,
            cell: ({ heldBack }) => (heldBack === null ? null : people(heldBack)),
          },
        ]}
      />
    </>
  );
}
