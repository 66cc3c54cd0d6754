import { Button, CopyButton, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { isNormId, norm } from '../../kernel/norms/index.ts';
import type { Finding as FindingBody } from '../api/client.ts';
import { Excerpt } from './excerpt.tsx';
import styles from './finding.module.css';
import { Gravity } from './gravity.tsx';
import { checkInWords, missingInWords } from './in-words.ts';
import { Said } from './said.tsx';

/**
 * A finding: the words in their place, what was seen, why it harms and what to do instead, which can be copied. With
 * the text of its file the lines around it show too.
 */
export function Finding({
  finding,
  text,
  actions,
}: {
  readonly finding: FindingBody;
  /** The whole text of the file that the finding names. */
  readonly text?: string | undefined;
  readonly actions?: ReactNode;
}) {
  const { gravity, check, at, quote, what, why, instead, norms, waivedBy, decidedBy } = finding;
  return (
    <article className={styles.finding} aria-label={`${gravity}: ${checkInWords(check)}`}>
      <header className={styles.header}>
        <Gravity of={gravity} />
        <strong title={check}>{checkInWords(check)}</strong>
        {waivedBy === null ? null : <span className={styles.tag}>waived by {waivedBy}</span>}
        {decidedBy === 'person' ? <span className="small quiet">a person decides</span> : null}
      </header>
      <Excerpt at={at} quote={quote} text={text} />
      <dl className={styles.advice}>
        <dt>What</dt>
        <dd>
          <Said words={what} />
        </dd>
        <dt>Why</dt>
        <dd>
          <Said words={why} />
        </dd>
        <dt>Instead</dt>
        <dd className={styles.instead}>
          <span>
            <Said words={instead} />
          </span>
          <CopyButton value={instead}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </dd>
      </dl>
      <Norms norms={norms} />
      {actions}
    </article>
  );
}

/** Law in scope under a seal, our own policy on a plain tag; the name of the norm on hover and in print. */
export const Norms = ({ norms }: { readonly norms: FindingBody['norms'] }) =>
  norms.length === 0 ? null : (
    <ul className={styles.norms}>
      {norms.map(({ id, scope }) => {
        const title = isNormId(id) ? norm(id).title : id;
        return (
          <li key={id}>
            <Tooltip label={scope === 'law' ? `Law in scope: ${title}` : `Our own policy: ${title}`}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the name of the norm is read by keyboard too */}
              <span tabIndex={0} className={scope === 'law' ? styles.law : styles.policy} data-says={title}>
                {scope === 'law' ? <Seal /> : null}
                {id}
                <span className="unseen">{scope === 'law' ? `, law: ${title}` : `, policy: ${title}`}</span>
              </span>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );

const Seal = () => (
  <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
    <circle cx="12" cy="9" r="3" fill="currentColor" />
    <path
      d="M8 15l-2 8 6-3 6 3-2-8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  </svg>
);

/** A check that could not be run, and what it lacks. */
export const NotAssessed = ({
  check,
  missing,
  required,
}: {
  readonly check: string;
  readonly missing: readonly string[];
  readonly required: boolean;
}) => (
  <p className={styles.notAssessed}>
    <Gravity of="none" />
    <span>
      <strong title={check}>{checkInWords(check)}</strong>: cannot tell without{' '}
      {missing.map(missingInWords).join('; ')}
      {required ? '; it keeps the verdict at review' : ''}
    </span>
  </p>
);
