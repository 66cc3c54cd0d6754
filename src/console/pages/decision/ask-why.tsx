import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from './decision.module.css';

/** Asks to see what is protected, for a purpose that the evidence log keeps. */
export function AskWhy({ ask }: { readonly ask: (purpose: string) => void }) {
  const [purpose, setPurpose] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(purpose.trim());
  };
  return (
    <form className={styles.ask} onSubmit={submit}>
      <TextInput
        label="Purpose for which you need to see what is protected"
        description="That you looked goes into the evidence log, with a fingerprint of this sentence."
        required
        maxLength={500}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Show it
      </Button>
    </form>
  );
}
