import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { Step } from '../../../kernel/vocabulary.ts';
import { requirementOf } from '../../../maturity/ladder/index.ts';
import type { Level } from '../../../maturity/requirement.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { addAttestation, addLowering } from '../../../stores/sql/repositories/maturity.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';
import { maturityOf } from './show-maturity.ts';

export interface Attesting {
  readonly requirement: string;
  /** A share, in [0, 1], or a count, as the requirement says. */
  readonly value: number;
  /** SHA-256 of the file that proves it; the file stays with who signs. */
  readonly fileHash: string;
}

/**
 * Signs for what we cannot see ourselves. What we can count nobody may sign for.
 * Refusals: `people.not-allowed`, `maturity.not-attested`.
 */
export async function attest(change: Change, { requirement, value, fileHash }: Attesting): Promise<void> {
  demand(change, 'maturity.attest');
  if (requirementOf(requirement)?.kind !== 'attested')
    throw new Refusal(
      problem(
        'maturity.not-attested',
        `\`${requirement}\` is nothing that anybody signs for`,
        'sign only for what the page marks as attested; everything else is counted',
      ),
    );
  const { db, at, caller } = change;
  const byKey = caller.account.key;
  await addAttestation(db, {
    requirement,
    value,
    byKey,
    fileHash,
    attestedAt: at,
  });
  say(change, 'maturity', 'maturity.attested', { by: byKey, requirement, fileHash: fileHash as never });
}

export interface Lowering {
  readonly step: Step;
  /** `null` takes back what was said before. */
  readonly level: Level | null;
  readonly reason: string;
}

/**
 * Says that a practice is worse than its evidence. Nobody can say that it is better.
 * Refusals: `people.not-allowed`, `maturity.not-lower`.
 */
export async function lower(change: Change, { step, level, reason }: Lowering): Promise<void> {
  demand(change, 'maturity.lower');
  const { db, at, caller } = change;
  const { computed } = (await maturityOf(db, at)).practices[step - 1]!;
  if (level !== null && level >= computed)
    throw new Refusal(
      problem(
        'maturity.not-lower',
        `practice ${step} is at level ${computed} by its evidence`,
        'name a lower level; a higher one comes from evidence alone',
      ),
    );
  const byKey = caller.account.key;
  await addLowering(db, { step, level, reason, byKey, loweredAt: at });
  say(change, 'maturity', 'maturity.lowered', {
    by: byKey,
    step,
    level: level ?? computed,
    reasonHash: contentHash(reason),
  });
}
