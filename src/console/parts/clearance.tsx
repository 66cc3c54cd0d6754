import { Button } from '@mantine/core';
import type { Clearance } from '../api/client.ts';
import styles from './clearance.module.css';
import { checkInWords } from './in-words.ts';
import { TimeAgo } from './time-ago.tsx';

/** What this block reads of a signed statement. */
interface Statement {
  readonly payload?: {
    readonly envelope?: {
      readonly variants: ReadonlyArray<{ readonly name: string; readonly messageHash: string }>;
      readonly slots: ReadonlyArray<{
        readonly name: string;
        readonly source: { readonly type: string; readonly ref: string };
      }>;
      readonly claims: readonly string[];
      readonly silent: readonly string[];
    };
    readonly conditions?: ReadonlyArray<{ readonly says: string; readonly check: unknown }>;
    readonly reviewers?: readonly unknown[];
    readonly lineage?: { readonly smallChanges: number };
  };
}

const VOID: Readonly<Record<string, string>> = {
  changed: 'what was cleared was changed',
  stopped: 'the use was stopped',
  reopened: 'a later review replaced it',
  withdrawn: 'it was taken back',
  alarm: 'an alarm spoke',
};

/** Clearances end with a day in UTC: here it would be the next one in the east. */
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What is cleared and what binds it, the signed file of it, and how anybody proves that without us. */
export function ClearanceBlock({
  clearance,
  label = 'Clearance',
}: {
  readonly clearance: Clearance;
  /** Its name among several. */
  readonly label?: string;
}) {
  const { payload } = read(clearance.statement);
  const { envelope, conditions = [], reviewers = [], lineage } = payload ?? {};
  const isVoid = clearance.voidedAt !== null;
  const file = `${clearance.use}.clearance.json`;
  return (
    <section className={styles.block} data-void={isVoid || undefined} aria-label={label}>
      <h2>{isVoid ? 'This clearance is void' : 'Cleared'}</h2>
      <p>
        {isVoid ? (
          <>
            Since <TimeAgo at={clearance.voidedAt!} />:{' '}
            {VOID[clearance.voidReason ?? ''] ?? clearance.voidReason}. Nothing may be sent under it.
          </>
        ) : (
          <>
            Signed <TimeAgo at={clearance.issuedAt} /> by {reviewers.length}{' '}
            {reviewers.length === 1 ? 'reviewer' : 'reviewers'}, good until{' '}
            {day.format(new Date(clearance.expiresAt))}
            {lineage === undefined || lineage.smallChanges === 0
              ? ''
              : `, ${lineage.smallChanges} small ${lineage.smallChanges === 1 ? 'change' : 'changes'} since the full review`}
            .
          </>
        )}
      </p>
      <dl className={styles.terms}>
        <dt>Messages</dt>
        <dd>{listed(envelope?.variants.map(({ name }) => name.split('/').at(-1)!))}</dd>
        <dt>Filled in</dt>
        <dd>
          {listed(
            envelope?.slots.map(({ name, source }) =>
              source.type === 'field' ? name : `${name} from a ${source.type}`,
            ),
          )}
        </dd>
        <dt>Facts claimed</dt>
        <dd>{listed(envelope?.claims)}</dd>
        <dt>Must stay silent</dt>
        <dd>{listed(envelope?.silent.map(checkInWords))}</dd>
        <dt>Conditions</dt>
        <dd>
          {conditions.length === 0 ? (
            'none'
          ) : (
            <ul>
              {said(conditions).map(({ says, check }) => (
                <li key={says}>
                  {says}
                  {check === null ? <span className="quiet"> (a person sees to it)</span> : null}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      <div className={styles.proof}>
        <Button variant="default" onClick={() => save(clearance.statement, file)}>
          Save the signed statement
        </Button>
        <p className="small quiet">
          Anybody proves it without this server: save the keys from <a href="/v1/trust">/v1/trust</a> as{' '}
          <code>trust.json</code>, then run <code>scruple verify {file} --trust trust.json</code>.
        </p>
      </div>
    </section>
  );
}

/** What several reviewers asked for in the same words stands once. */
const said = <T extends { readonly says: string }>(conditions: readonly T[]): readonly T[] =>
  conditions.filter(({ says }, at) => conditions.findIndex((other) => other.says === says) === at);

const listed = (names: readonly string[] | undefined): string =>
  names === undefined || names.length === 0 ? 'none' : names.join(', ');

function read(statement: string): Statement {
  try {
    return JSON.parse(statement) as Statement;
  } catch {
    return {};
  }
}

/** Byte by byte as it was signed. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
