import type { AutomationAssistant, Finding } from '../../api/client.ts';
import { Count } from '../../parts/count.tsx';
import { PlainGravity } from '../../parts/gravity.tsx';
import { Card, Section } from '../../parts/page.tsx';
import styles from './automation.module.css';
import { Inputs } from './inputs.tsx';

/** An assistant: what it is told, what its tools may reach, and what was found in what it said in tests. */
export const Assistant = ({
  assistant,
  findings,
  use,
}: {
  readonly assistant: NonNullable<AutomationAssistant>;
  readonly findings: readonly Finding[];
  readonly use: string;
}) => (
  <Section title="The assistant">
    <div className={styles.stack}>
      {assistant.prompts.length === 0 ? (
        <p className="quiet">Its system prompt was not pushed, so nobody can read what it is told.</p>
      ) : (
        assistant.prompts.map(({ file, text }) => (
          <Card key={file}>
            <h3>What it is told</h3>
            <p className="small quiet">{file}</p>
            <pre className={styles.prompt}>{text}</pre>
          </Card>
        ))
      )}
      {assistant.tools.length === 0 ? (
        <p className="quiet">It has no tool: it talks, and changes nothing.</p>
      ) : (
        assistant.tools.map(({ name, does, reads, changes }) => (
          <Card key={name}>
            <div className={styles.stack}>
              <div>
                <h3>Tool: {name}</h3>
                <p className="quiet">{does ?? 'The card does not say what it does.'}</p>
              </div>
              {reads.length === 0 ? null : <Inputs label={`What ${name} reads`} inputs={reads} />}
              {changes.length === 0 ? null : <Inputs label={`What ${name} changes`} inputs={changes} />}
              {reads.length + changes.length === 0 ? (
                <p className="quiet">The card names no data that it reaches.</p>
              ) : null}
            </div>
          </Card>
        ))
      )}
      <Card>
        <h3>What it said in tests</h3>
        {assistant.transcripts.length === 0 ? (
          <p className="quiet">
            No transcript was pushed. Put one beside the card, name it under <code>messages</code> with{' '}
            <code>transcript: true</code>, and the message checks run over it.
          </p>
        ) : (
          <ul className={styles.plain}>
            {assistant.transcripts.map((file) => {
              const found = findings.filter(({ at }) => at.file === `uses/${use}/${file}`);
              return (
                <li key={file} className={styles.transcript}>
                  <code>{file}</code>
                  {found.length === 0 ? (
                    <PlainGravity of="allow" />
                  ) : (
                    <span>
                      <Count of={found.length} one="finding" />, shown below
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </div>
  </Section>
);
