import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { readNoticeDifference } from '../../api/client.ts';
import { Card, Section } from '../../parts/page.tsx';
import { WordChanges } from '../../parts/word-changes.tsx';
import styles from './notices.module.css';

/** What a notice says otherwise than the one before it; nothing for the first. */
export function ChangedSince({ hash, language }: { readonly hash: string; readonly language: string }) {
  const difference = useQuery({
    queryKey: ['notices', 'difference', hash],
    queryFn: ({ signal }) => readNoticeDifference(hash, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { since = null, changes = [] } = difference.data ?? {};
  if (since === null) return null;
  return (
    <Section
      title="What changed since the one before"
      aside={<Link to={`/notices/${encodeURIComponent(since.hash)}`}>{since.version}</Link>}
    >
      <Card>
        {changes.every(({ type }) => type === 'same') ? (
          <p>No word of the text. What it tells beside the text may differ.</p>
        ) : (
          <p lang={language} className={styles.text}>
            <WordChanges changes={changes} />
          </p>
        )}
      </Card>
    </Section>
  );
}
