import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Card } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Attest } from './attest.tsx';
import { Lower } from './lower.tsx';
import styles from './maturity.module.css';
import { LEVELS, needed, type Practice, type Requirement, STANDINGS, seen } from './maturity-words.ts';

/** One practice: its level, and of each point that a level asks for what was seen, how it was asked and what to do. */
export function PracticeLevels({
  practice,
  isWeakest,
}: {
  readonly practice: Practice;
  readonly isWeakest: boolean;
}) {
  const may = useMay();
  const [isLowering, setLowering] = useState(false);
  const { step, title, level, levelTitle, computed, lowered, levels } = practice;
  const nearest = levels.find(({ met }) => !met)?.level;
  return (
    <Card>
      <div className={styles.head}>
        <h3>
          {step}. {title}
        </h3>
        {isWeakest ? <Gravity of="review">weakest</Gravity> : null}
      </div>
      <p className={styles.level}>
        <span className={styles.bar} aria-hidden="true">
          {'■'.repeat(level)}
          {'□'.repeat(LEVELS - level)}
        </span>
        Level {level} of {LEVELS}: {levelTitle}
      </p>
      {lowered === null ? null : (
        <p className="quiet">
          {lowered.by} put it there <TimeAgo at={lowered.at} />; by its evidence it is at {computed}.{' '}
          {lowered.reason}
        </p>
      )}
      {levels.map((cell) => (
        <details key={cell.level} open={cell.level === nearest} className={styles.cell}>
          <summary>
            Level {cell.level}, {cell.met ? 'met' : 'not met'}: {cell.title}
          </summary>
          <ul className={styles.requires}>
            {cell.requires.map((one) => (
              <li key={one.id} id={one.id}>
                <Point of={one} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {may('maturity.lower') ? (
        <>
          <Button variant="subtle" aria-label={`Put it lower: ${title}`} onClick={() => setLowering(true)}>
            Put it lower
          </Button>
          <Dialog
            title={`${title} is worse than it looks`}
            isOpen={isLowering}
            close={() => setLowering(false)}
          >
            <Lower practice={practice} done={() => setLowering(false)} />
          </Dialog>
        </>
      ) : null}
    </Card>
  );
}

function Point({ of }: { readonly of: Requirement }) {
  const may = useMay();
  const [isSigning, setSigning] = useState(false);
  const { says, standing, at, query, attested, next, kind, id, freshDays } = of;
  const { word, mark } = STANDINGS[standing];
  return (
    <>
      <p>
        <Gravity of={mark}>{word}</Gravity> {says}
      </p>
      <p>
        {seen(of)} <span className="quiet">(needed: {needed(of)})</span>
        {at === null ? null : (
          <span className="quiet">
            , <TimeAgo at={at} />
            {standing === 'stale' ? `: it holds for ${freshDays} days` : ''}
          </span>
        )}
      </p>
      {standing === 'met' ? null : (
        <p>
          What to do: <Said words={next} />
        </p>
      )}
      {query === null ? null : (
        <details>
          <summary>How {id} was asked</summary>
          <pre className={styles.query}>{query.trim()}</pre>
          {attested === null ? null : (
            <p className="quiet">
              Signed by {attested.by}, with the file <code>{attested.file}</code>
            </p>
          )}
        </details>
      )}
      {kind === 'attested' && may('maturity.attest') ? (
        <>
          <Button variant="default" aria-label={`Sign for it: ${id}`} onClick={() => setSigning(true)}>
            Sign for it
          </Button>
          <Dialog title={`Sign for ${id}`} isOpen={isSigning} close={() => setSigning(false)}>
            <Attest requirement={of} done={() => setSigning(false)} />
          </Dialog>
        </>
      ) : null}
    </>
  );
}
