import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type ListNotices200, listNotices, type Notice as Published, readNotice } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { categoryInWords } from '../../parts/in-words.ts';
import { languageInWords } from '../../parts/language-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { ChangedSince } from './changed-since.tsx';
import { ChosenUnder } from './chosen-under.tsx';
import styles from './notices.module.css';

/** One notice in one language: its words, what it tells beside them, and how many chose under it. */
export default function Notice() {
  const hash = useParams().notice!;
  const notice = useQuery({
    queryKey: ['notices', 'one', hash],
    queryFn: ({ signal }) => readNotice(hash, { signal }),
  });
  return notice.isError ? (
    <Page title="Notice">
      <ErrorState error={notice.error} retry={() => void notice.refetch()} />
    </Page>
  ) : notice.data === undefined ? (
    <Page title="Notice">
      <Loading what="the notice" />
    </Page>
  ) : (
    <Shown notice={notice.data} />
  );
}

function Shown({ notice }: { readonly notice: Published }) {
  const may = useMay();
  const { version, language, text, from, publishedAt, hash, terms } = notice;
  return (
    <Page
      title={`${version}, ${languageInWords(language)}`}
      says={
        <>
          Published <TimeAgo at={publishedAt} />, holds from <TimeAgo at={from} />. Its hash is{' '}
          <code>{hash}</code>.
        </>
      }
      action={
        may('notice.write') ? (
          <Button component={Link} to={`/notices/new?from=${encodeURIComponent(hash)}`}>
            Write the next one from it
          </Button>
        ) : null
      }
    >
      <Card>
        <p lang={language} className={styles.text}>
          {text}
        </p>
      </Card>
      <ChangedSince hash={hash} language={language} />
      <Section title="Who chose under it">
        <ChosenUnder hash={hash} />
      </Section>
      <Section title="What it tells beside the text">
        <Card>
          <Facts
            of={[
              [
                'Kinds of data',
                terms.personalData
                  .map(
                    ({ category, isOptional }) =>
                      `${categoryInWords(category)}${isOptional ? ' (optional)' : ''}`,
                  )
                  .join(', '),
              ],
              ['Kept in', terms.storageLocations.join(', ')],
              ['Kept for', durationInWords(terms.retention)],
              ['Law', terms.jurisdiction],
              ['How to take it back', terms.withdrawal],
            ]}
          />
        </Card>
      </Section>
      <Section title="Who is in charge, and who gets the data">
        <PlainTable
          label="Parties"
          rows={[...terms.controllers, ...terms.recipients]}
          rowKey={({ id, type }) => `${type} ${id}`}
          columns={[
            { header: 'Name', cell: ({ name }) => name },
            { header: 'Is', cell: ({ type }) => type.replaceAll('-', ' ') },
            { header: 'Address', cell: ({ address }) => address },
            { header: 'Contact', cell: ({ contact }) => contact },
          ]}
        />
      </Section>
      <Others of={notice} />
    </Page>
  );
}

/** The same version in other languages. */
function Others({ of: { version, hash } }: { readonly of: Published }) {
  const others = useQuery({
    queryKey: ['notices', 'of version', version],
    queryFn: ({ signal }) => listNotices({ version, limit: 100 }, { signal }),
    select: ({ items }: ListNotices200) => items.filter((one) => one.hash !== hash),
  });
  if (others.data === undefined || others.data.length === 0) return null;
  return (
    <Section title="The same version in other languages">
      <ul className={styles.others}>
        {others.data.map((one) => (
          <li key={one.hash}>
            <Link to={`/notices/${encodeURIComponent(one.hash)}`}>{languageInWords(one.language)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** A duration of ISO 8601 in words: `P1Y6M` gives "1 year and 6 months". */
const durationInWords = (duration: string): string =>
  [...duration.matchAll(/(\d{1,5})([YMWD])/g)]
    .map(([, count, unit]) => `${count} ${UNITS[unit as keyof typeof UNITS]}${count === '1' ? '' : 's'}`)
    .join(' and ');
