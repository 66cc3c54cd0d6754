import { Button, CopyButton } from '@mantine/core';
import styles from './people.module.css';

/** What is shown this once: a link or a secret, to be copied and handed on. */
export const SecretOnce = ({
  says,
  secret,
  done,
}: {
  readonly says: string;
  readonly secret: string;
  readonly done: () => void;
}) => (
  <div className={styles.once} role="status">
    <p>{says}</p>
    <code className={styles.secret}>{secret}</code>
    <div className={styles.buttons}>
      <CopyButton value={secret}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy it'}</Button>}
      </CopyButton>
      <Button variant="default" onClick={done}>
        I have it
      </Button>
    </div>
  </div>
);
