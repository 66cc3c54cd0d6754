import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '../../api/client.ts';
import styles from './new-use.module.css';
import { proposedWords, sentenceAround, withoutSentence, withWords } from './suggested-edit.ts';

/** Ways to put a finding right in the text itself; none where its words hold markup, which is edited in the text. */
export function Suggest({
  finding,
  text,
  apply,
}: {
  readonly finding: Finding;
  readonly text: string;
  readonly apply: (text: string) => void;
}) {
  const range = sentenceAround(text, finding.at);
  const words = range === null ? null : text.slice(range.start, range.end);
  const [own, setOwn] = useState(words ?? '');
  if (range === null || words === null)
    return (
      <p className="small quiet">Change these words in the message itself: markup stands between them.</p>
    );
  const proposed = proposedWords(finding);
  return (
    <form
      className={styles.suggest}
      onSubmit={(event) => {
        event.preventDefault();
        apply(withWords(text, range, own));
      }}
    >
      <TextInput
        label="The sentence in your words"
        value={own}
        onChange={({ currentTarget }) => setOwn(currentTarget.value)}
      />
      <div className={styles.beside}>
        <Button type="submit" variant="default" size="sm" disabled={own === words || own.trim() === ''}>
          Put it in
        </Button>
        {proposed === null ? null : (
          <Button variant="default" size="sm" onClick={() => apply(withWords(text, range, proposed))}>
            Use “{proposed}”
          </Button>
        )}
        <Button variant="default" size="sm" onClick={() => apply(withoutSentence(text, range))}>
          Leave the sentence out
        </Button>
      </div>
    </form>
  );
}
