import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../parts/page.tsx';
import styles from './automation.module.css';

/** The way to one decision, by the id that the system which decided was given. */
export function FindDecision() {
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    void navigate(`/decisions/${encodeURIComponent(id.trim())}`);
  };
  return (
    <Section title="Explain one decision">
      <form className={styles.find} onSubmit={find}>
        <TextInput
          label="Id of the decision"
          description="The system that decided was given it when it recorded the decision with POST /v1/explanations."
          required
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          Explain it
        </Button>
      </form>
    </Section>
  );
}
