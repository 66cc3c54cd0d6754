import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Preview, type PreviewMarkup, readPreview } from '../api/client.ts';
import { styleNonce } from '../shell/theme.ts';
import { compileMjml } from './compile-mjml.ts';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';
import { messageDocument } from './message-document.ts';
import styles from './message-preview.module.css';
import { Pieces } from './pieces.tsx';

/** Channels whose messages people read on a telephone. */
const ON_A_PHONE = new Set(['sms', 'push', 'in-app', 'chat', 'prompt']);

/**
 * A message of a use as its recipients see it, at the width of a desktop or of a telephone, with what was found marked
 * in it. Nothing of it runs, loads or leads anywhere.
 */
export function MessagePreview({
  use,
  version,
  file,
  current = null,
}: {
  readonly use: string;
  /** Id of the version. */
  readonly version: string;
  /** Its path, as the files of the version name it. */
  readonly file: string;
  /** The finding that is spoken of beside it. */
  readonly current?: string | null;
}) {
  const preview = useQuery({
    queryKey: ['uses', use, 'previews', version, file],
    queryFn: ({ signal }) => readPreview(use, version, file, { signal }),
  });
  if (preview.isError) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Loading what="the message" />;
  return <ShownMessage preview={preview.data} current={current} />;
}

/** The same for a message that is at hand already, as that of a draft which nobody kept. */
export function ShownMessage({
  preview,
  current = null,
}: {
  readonly preview: Preview;
  readonly current?: string | null;
}) {
  const { file, channel, markup, parts, hidden, removed, isCut } = preview;
  const isOnPhone = channel !== null && ON_A_PHONE.has(channel);
  const [width, setWidth] = useState(isOnPhone ? 'phone' : 'desktop');
  return (
    <section className={styles.message} aria-label={`Message ${file}`}>
      <div className={styles.bar}>
        <span className="small quiet">
          {channel === null ? 'message' : channel.replaceAll('-', ' ')} · {file.split('/').at(-1)}
        </span>
        <SegmentedControl
          size="xs"
          value={width}
          onChange={setWidth}
          aria-label="Width"
          data={[
            { value: 'desktop', label: 'Desktop' },
            { value: 'phone', label: 'Phone' },
          ]}
        />
      </div>
      <Envelope preview={preview} current={current} />
      <div className={styles.stage} data-width={width}>
        {markup === null ? (
          <div className={styles.screen}>
            {parts.map(({ role, pieces }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of a message have their order and nothing else
              <p key={index} data-role={role}>
                <Pieces of={pieces} current={current} />
              </p>
            ))}
          </div>
        ) : (
          <Frame markup={markup} file={file} current={current} />
        )}
      </div>
      <Unseen hidden={hidden} current={current} />
      <Removed removed={removed} isCut={isCut} />
    </section>
  );
}

/** What stands around a message in an inbox. */
const Envelope = ({
  preview: { from, subject, preheader },
  current,
}: {
  readonly preview: Preview;
  readonly current: string | null;
}) =>
  from === null && subject === null && preheader === null ? null : (
    <dl className={styles.envelope}>
      {from === null ? null : (
        <>
          <dt>From</dt>
          <dd>{from}</dd>
        </>
      )}
      {subject === null ? null : (
        <>
          <dt>Subject</dt>
          <dd className={styles.subject}>
            <Pieces of={subject} current={current} />
          </dd>
        </>
      )}
      {preheader === null ? null : (
        <>
          <dt>Preview</dt>
          <dd>
            <Pieces of={preheader} current={current} />
          </dd>
        </>
      )}
    </dl>
  );

function Frame({
  markup,
  file,
  current,
}: {
  readonly markup: NonNullable<PreviewMarkup>;
  readonly file: string;
  readonly current: string | null;
}) {
  const compiled = useQuery({
    queryKey: ['mjml', markup.html],
    queryFn: () => compileMjml(markup),
    enabled: markup.isMjml,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const html = markup.isMjml ? compiled.data : markup;
  const shown = useMemo(
    () => (html === undefined ? null : messageDocument(html, styleNonce(), current)),
    [html, current],
  );
  if (compiled.isError)
    return <ErrorState error={compiled.error} kept="The message is safe; it could not be laid out here." />;
  if (shown === null) return <Loading what="the message" />;
  return <iframe className={styles.frame} sandbox="" srcDoc={shown} title={`The message ${file}`} />;
}

/** Text that stands in a message so that people do not see it: reviewers do. */
const Unseen = ({
  hidden,
  current,
}: {
  readonly hidden: Preview['hidden'];
  readonly current: string | null;
}) =>
  hidden.length === 0 ? null : (
    <details
      className={styles.notes}
      open={hidden.some(({ pieces }) => pieces.some(({ findings }) => findings.length > 0))}
    >
      <summary>Text that recipients do not see</summary>
      {hidden.map(({ pieces }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hidden texts have their order and nothing else
        <p key={index}>
          <Pieces of={pieces} current={current} />
        </p>
      ))}
    </details>
  );

const Removed = ({ removed, isCut }: { readonly removed: Preview['removed']; readonly isCut: boolean }) => {
  const all = Object.entries(removed);
  return all.length === 0 && !isCut ? null : (
    <p className={`small quiet ${styles.notes}`}>
      {all.length === 0
        ? null
        : `Taken out to show it safely: ${all.map(([what, count]) => `${count} × ${what}`).join(', ')}. `}
      {isCut ? 'It is too long or too deep to be shown whole; all of it stands among the files.' : null}
    </p>
  );
};
