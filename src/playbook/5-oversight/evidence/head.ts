import type { Signer } from '../../../kernel/ports/signer.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { hash, matching, object, oneOf, type Shaped, time, whole } from '../signatures/shape.ts';
import { type Signed, signDocument } from '../signatures/signed-document.ts';
import type { LogEnd } from './entry.ts';

export const logId = matching<string>(/^log:[A-Za-z0-9_-]{8,64}$/);

export const headPayload = object({
  schema: oneOf('scruple.evidence-head/1'),
  log: logId,
  sequence: whole,
  hash,
  at: time,
});

/** A statement that the log stood at this entry at this time. Whoever keeps one can tell whether history was rewritten. */
export type Head = Shaped<typeof headPayload>;
export type SignedHead = Signed<Head>;

/** Signs where a log ends. Problems: those of the signer. */
export const signHead = (
  log: string,
  end: NonNullable<LogEnd>,
  at: Date,
  signer: Signer,
): Promise<Result<SignedHead, Problem>> =>
  signDocument(
    { schema: 'scruple.evidence-head/1', log, sequence: end.sequence, hash: end.hash, at: at.toISOString() },
    signer,
  );
