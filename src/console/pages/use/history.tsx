import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { allPages } from '../../api/all-pages.ts';
import { type ListedFinding, type ListedVersion, listVersions, readDifference } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity, PlainGravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { Difference } from '../review/difference.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

const THROUGH: Readonly<Record<string, string>> = {
  cli: 'from the command line',
  ci: 'from CI',
  api: 'over the API',
  console: 'here',
};

/** Every version, newest first, with its verdict and what changed since the one before. */
export function History() {
  const { use } = useShown();
  const versions = useQuery({
    queryKey: ['uses', use.id, 'versions', 'all', use.version],
    queryFn: ({ signal }) => allPages((page) => listVersions(use.id, page, { signal })),
  });
  if (versions.isError) return <ErrorState error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Loading what="the versions" />;
  const { items } = versions.data;
  return (
    <ol className={styles.versions} reversed>
      {items.map((version, index) => (
        <One key={version.id} version={version} before={items[index + 1]} isFirstOpen={index === 0} />
      ))}
    </ol>
  );
}

function One({
  version,
  before,
  isFirstOpen,
}: {
  readonly version: ListedVersion;
  readonly before: ListedVersion | undefined;
  readonly isFirstOpen: boolean;
}) {
  const { use } = useShown();
  const [isOpen, setIsOpen] = useState(isFirstOpen);
  const { number, verdict, counts, pushedThrough, revision, createdAt, id } = version;
  return (
    <li className={styles.surface}>
      <div className={styles.line}>
        <h2>
          Version {number}
          {id === use.clearedVersion ? <span className={styles.tag}>cleared</span> : null}
        </h2>
        <Gravity of={verdict} />
      </div>
      <p className="small quiet">
        Pushed {THROUGH[pushedThrough] ?? pushedThrough} <TimeAgo at={createdAt} />
        {revision === null ? '' : `, revision ${revision}`}
        {counts === null ? '' : `; ${countsIn(counts)}`}
      </p>
      {before === undefined ? (
        <p className="small quiet">The first one.</p>
      ) : (
        <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>Beside version {before.number}</summary>
          {isOpen ? <Changes before={before.id} after={id} /> : null}
        </details>
      )}
    </li>
  );
}

const countsIn = (counts: Readonly<Record<string, number>>): string => {
  const said = ['block', 'review', 'advise', 'waived']
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => `${counts[name]} × ${name}`);
  return said.length === 0 ? 'nothing found' : said.join(', ');
};

function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  const { use } = useShown();
  const read = useQuery({
    queryKey: ['uses', use.id, 'difference', before, after],
    queryFn: ({ signal }) => readDifference(use.id, after, { since: before }, { signal }),
  });
  if (read.isError) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (read.data === undefined) return <Loading what="the difference" />;
  const { findings } = read.data;
  return (
    <div className={styles.changes}>
      {findings === null ? null : (
        <>
          <Findings title="Findings that are gone" findings={findings.gone} />
          <Findings title="Findings that came" findings={findings.came} />
          {findings.gone.length + findings.came.length === 0 ? <p>The findings are the same.</p> : null}
        </>
      )}
      <Difference difference={read.data} />
    </div>
  );
}

const Findings = ({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly ListedFinding[];
}) =>
  findings.length === 0 ? null : (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.plain}>
        {findings.map(({ id, gravity, what }) => (
          <li key={id}>
            <PlainGravity of={gravity} /> {what}
          </li>
        ))}
      </ul>
    </section>
  );
