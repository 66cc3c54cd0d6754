import { Empty } from '../../parts/empty.tsx';
import { MessagePreview } from '../../parts/message-preview.tsx';
import { messagesOf } from './card.ts';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

/** The messages as people get them, and what they are told. */
export function What() {
  const { use, version, card } = useShown();
  const files = messagesOf(card).map((name) => `uses/${use.id}/${name}`);
  const pushed = new Set(version.files.map(({ path }) => path));
  return (
    <>
      {files.length === 0 ? (
        <Empty title="It has no message">
          It may be an audience, a score or a rule: see who it is about.
        </Empty>
      ) : (
        files.map((file) =>
          pushed.has(file) ? (
            <MessagePreview key={file} use={use.id} version={version.id} file={file} />
          ) : (
            <p key={file} className="quiet">
              {file} was not pushed with it, so nobody can see it here.
            </p>
          ),
        )
      )}
      <section className={styles.surface} aria-label="What people are told">
        <h2>What people are told</h2>
        <dl className={styles.facts}>
          <Told name="Why they get it" value={card.explanation} />
          <Told name="What they gain" value={card.benefit} />
          <Told name="Without it" value={card.without_it} />
          <Told
            name="Price and way out"
            value={card.terms === undefined ? undefined : Object.values(card.terms).map(String).join('; ')}
          />
        </dl>
      </section>
    </>
  );
}

const Told = ({ name, value }: { readonly name: string; readonly value: string | undefined }) => (
  <>
    <dt>{name}</dt>
    <dd>{value ?? <span className="quiet">nobody said</span>}</dd>
  </>
);
