import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ListedFinding, listFindings } from '../../api/client.ts';
import { AuditCharts, namesDecisions } from '../../parts/audit-charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState, sentence } from '../../parts/error-state.tsx';
import { NotAssessed } from '../../parts/finding.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Said } from '../../parts/said.tsx';
import { FindingList } from '../new-use/finding-list.tsx';
import { unknownIn } from './card.ts';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

/** As many as one page of the server holds; more of one use help nobody. */
const MOST = 500;

/** What was found, file by file, what could not be assessed, and what was waived. */
export function Checks() {
  const { use, version } = useShown();
  const [current, setCurrent] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ['uses', use.id, 'findings', version.id, use.verdict],
    queryFn: ({ signal }) =>
      listFindings(
        use.id,
        { version: version.id, limit: MOST, sort: 'position', direction: 'asc' },
        { signal },
      ),
  });
  const audits = namesDecisions(version.card) ? (
    <AuditCharts use={use.id} version={version.id} isOwn={use.isOwn} isHidden={use.verdict === null} />
  ) : null;
  if (use.verdict === null)
    return (
      <>
        <Empty title="Covered until you judge">
          You see what was found once you have recorded a first judgement of your own in its review.
        </Empty>
        {audits}
      </>
    );
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading what="the findings" />;
  const { items, next } = found.data;
  const textOf = (file: string) => version.files.find(({ path }) => path === file)?.text;
  const open = items.filter(({ waivedBy }) => waivedBy === null);
  const waived = items.filter(({ waivedBy }) => waivedBy !== null);
  const unknowns = unknownIn(textOf(`uses/${use.id}/use.yaml`) ?? '');
  const list = (findings: readonly ListedFinding[]) => (
    <FindingList findings={findings} current={current} open={setCurrent} textOf={textOf} />
  );
  const notAssessed = version.notAssessed ?? [];
  return (
    <>
      {items.length === 0 ? (
        <Empty title="Nothing was found">
          {notAssessed.length === 0
            ? 'That is no approval: a reviewer gives that.'
            : `${notAssessed.length} checks could not be run, though: see below.`}
        </Empty>
      ) : null}
      {byFile(open).map(([file, findings]) => (
        <section key={file} aria-label={file}>
          <h2 className={styles.fileName}>
            {file.replace(`uses/${use.id}/`, '')} <span className="quiet">{findings.length}</span>
          </h2>
          {list(findings)}
        </section>
      ))}
      {next === null ? null : <p className="quiet">There are more than {MOST}: the first are shown.</p>}
      {unknowns.length === 0 ? null : (
        <section className={styles.surface} aria-label="Still unknown">
          <h2>Still unknown</h2>
          <ul className={styles.plain}>
            {unknowns.map(({ key, says }) => (
              <li key={key}>
                <Said words={sentence(says)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notAssessed.length === 0 ? null : (
        <section className={styles.surface} aria-label="Not assessed">
          <h2>Not assessed</h2>
          {notAssessed.map((one) => (
            <NotAssessed key={one.check} {...one} />
          ))}
        </section>
      )}
      {audits}
      {waived.length === 0 ? null : (
        <section aria-label="Waived">
          <h2 className={styles.fileName}>
            Waived <span className="quiet">{waived.length}</span>
          </h2>
          {list(waived)}
        </section>
      )}
    </>
  );
}

function byFile(
  findings: readonly ListedFinding[],
): ReadonlyArray<readonly [string, readonly ListedFinding[]]> {
  const files = new Map<string, ListedFinding[]>();
  for (const finding of findings)
    files.set(finding.at.file, [...(files.get(finding.at.file) ?? []), finding]);
  return [...files];
}
