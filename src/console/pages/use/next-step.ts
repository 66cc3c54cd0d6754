import type { Right } from '../console-page.ts';
import type { Shown } from './use-shown.ts';

/** What comes next for a use: a step of who looks, or whom it waits for. */
export type NextStep =
  | { readonly does: 'judge'; readonly review: string }
  | { readonly does: 'lift'; readonly stop: string }
  | { readonly does: 'resume' }
  | { readonly does: 'edit' | 'ask-for-review' | 'push' }
  | { readonly does: null; readonly says: string };

/** The next legal step of a use, as `may` tells what who looks may do. */
export function nextStepOf({ use, version, paused }: Shown, may: (right: Right) => boolean): NextStep {
  const waits = (says: string): NextStep => ({ does: null, says });
  if (use.stop !== null)
    return may('stop.lift') && !use.isOwn
      ? { does: 'lift', stop: use.stop }
      : waits('Waits for a reviewer who does not work on it to lift the stop.');
  if (paused !== null && may('stop.lift') && !use.isOwn) return { does: 'resume' };
  if (use.review !== null)
    return may('review.judge') && !use.isOwn
      ? { does: 'judge', review: use.review }
      : waits('Waits for reviewers to judge it.');
  if (use.clearance !== null && use.clearedVersion === use.latestVersion)
    return waits(
      paused === null
        ? 'Nothing is due: it is cleared as it stands.'
        : 'Waits for a reviewer who does not work on it to let it run again.',
    );
  if (!use.isOwn)
    return waits(
      use.verdict === 'block'
        ? `Waits for ${use.owner} to repair it.`
        : `Waits for ${use.owner} to ask for a review.`,
    );
  if (use.verdict === 'block') return { does: isMadeHere(version) ? 'edit' : 'push' };
  return may('review.ask')
    ? { does: 'ask-for-review' }
    : waits('Waits for somebody who may ask for a review.');
}

/** Whether its message can be edited here; a workspace in git is pushed again instead, or the next push would undo it. */
export const isMadeHere = ({ pushedThrough }: Pick<Shown['version'], 'pushedThrough'>): boolean =>
  pushedThrough === 'console';
