import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { Shape } from '../../parts/gravity.tsx';
import type { Faults, MessageForm } from './draft-form.ts';
import styles from './new-use.module.css';
import { MESSAGE_FILES, readMessageFile } from './read-dropped.ts';

/** A message as people bring it: pasted, dropped or chosen; of a picture it says at once that nobody reads it here. */
export function MessageFields({
  form,
  change,
  faults,
}: {
  readonly form: MessageForm;
  readonly change: (part: Partial<MessageForm>) => void;
  readonly faults: Faults;
}) {
  const [isOver, setIsOver] = useState(false);
  const [unread, setUnread] = useState<string | null>(null);
  const take = async (file: File | null | undefined) => {
    if (file == null) return;
    const read = await readMessageFile(file);
    setUnread(read.type === 'unread' ? read.why : null);
    if (read.type === 'text') change({ text: read.text, format: read.format, picture: null });
    if (read.type === 'picture') change({ picture: read.name });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Textarea
        name="text"
        label="Message"
        description="Paste the text, the HTML or the MJML. Or drop a file here."
        placeholder="Hello …"
        rows={10}
        value={form.text}
        error={unread ?? faults.text}
        onChange={({ currentTarget }) => {
          setUnread(null);
          const text = currentTarget.value;
          change({ text, format: keptFormat(form, text), picture: null });
        }}
        onPaste={({ clipboardData, ...event }) => {
          const [file] = clipboardData.files;
          if (file === undefined || clipboardData.getData('text/plain') !== '') return;
          event.preventDefault();
          void take(file);
        }}
        classNames={{ input: styles.source! }}
      />
      <div className={styles.beside}>
        <FileButton onChange={(file) => void take(file)} accept={MESSAGE_FILES}>
          {(props) => (
            <Button {...props} variant="default" size="sm">
              Choose a file
            </Button>
          )}
        </FileButton>
        {form.picture === null ? null : (
          <Button variant="subtle" size="sm" onClick={() => change({ picture: null })}>
            Take the picture away
          </Button>
        )}
      </div>
      {form.picture === null ? null : (
        <p className={styles.picture} role="status">
          <Shape of="none" />
          <span>
            <strong>Pictures are not assessed.</strong> No word in “{form.picture}” is read here. Paste its
            words as text to have them judged.
          </span>
        </p>
      )}
      <div className={styles.pair}>
        <TextInput
          name="subject"
          label="Subject"
          description="As it stands in the inbox"
          maxLength={500}
          value={form.subject}
          error={faults.subject}
          onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
        />
        <TextInput
          name="from"
          label="Sender"
          description="As people see it"
          maxLength={500}
          value={form.from}
          error={faults.from}
          onChange={({ currentTarget }) => change({ from: currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** HTML and MJML are seen in the text itself; what is not stays what it was said to be until the field is emptied. */
const keptFormat = ({ format }: MessageForm, text: string): MessageForm['format'] =>
  text !== '' && (format === 'markdown' || format === 'liquid' || format === 'json') ? format : null;
