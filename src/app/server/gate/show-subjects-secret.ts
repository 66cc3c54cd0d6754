import { contentHash } from '../../../kernel/canonical.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';

/** What whoever runs the list door needs to hash a list, with what to know of it. */
export interface SubjectsSecret {
  /** The value of `SCRUPLE_SUBJECTS_SECRET`. */
  readonly secret: string;
  readonly keepIt: string;
}

/**
 * Shows the secret under which people are hashed, for a purpose that goes into the evidence log by its hash, each time.
 * It is always the same one: everything that is kept of people is found by it, so that another would find nobody.
 * Refusals: `people.not-allowed`.
 */
export function showSubjectsSecret(change: Change, purpose: string): SubjectsSecret {
  demand(change, 'key.write');
  say(change, 'gate', 'gate.secret-shown', {
    by: change.caller.account.key,
    purposeHash: contentHash(purpose),
  });
  return {
    secret: change.context.ledger.subjects,
    keepIt:
      'whoever has it can tell whether an address that they guess stands behind a pseudonym; keep it where keys are kept, out of files and command lines; it cannot be changed, since people are found by it',
  };
}
