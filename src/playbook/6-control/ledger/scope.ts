import { isUnder } from '../../../kernel/taxonomy/index.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';

/** What a choice speaks of. In a no, `null` means all there is; in a yes, that nothing of the sort was named. */
export interface Scope {
  /** A data use of the taxonomy, or one that the organisation declared. */
  readonly purpose: string | null;
  readonly channel: Channel | null;
  /** One of the organisation's own subjects that people choose between, as `running-shoes`. */
  readonly topic: string | null;
}

/** Everything, everywhere: what all-off in one click says. */
export const EVERYTHING: Scope = { purpose: null, channel: null, topic: null };

export const DIRECT_MARKETING = 'marketing';
/** Profiling that direct marketing rests on: an objection to the one covers the other (GDPR art. 21(2)). */
const RELATED_PROFILING = 'personalize';

export const isOfDirectMarketing = (purpose: string): boolean => isUnder(purpose, DIRECT_MARKETING);

/** What an opt-out of profiling is an objection to. */
export const PROFILING: readonly string[] = [RELATED_PROFILING, 'marketing.advertising.profiling'];

export const isOfProfiling = (purpose: string): boolean =>
  PROFILING.some((profiling) => isUnder(purpose, profiling));

/**
 * Whether a no of this scope stands against what is planned. A no to a part stands against a whole that holds the part,
 * since nobody can tell the parts of what is planned apart.
 */
export function refuses(no: Scope, planned: Scope, isObjection: boolean): boolean {
  if (no.channel !== null && planned.channel !== null && no.channel !== planned.channel) return false;
  if (no.topic !== null && no.topic !== planned.topic) return false;
  if (no.purpose === null || planned.purpose === null) return true;
  return (
    isUnder(planned.purpose, no.purpose) ||
    isUnder(no.purpose, planned.purpose) ||
    (isObjection && isOfDirectMarketing(no.purpose) && isUnder(planned.purpose, RELATED_PROFILING))
  );
}

/** Whether a yes of this scope speaks of what is planned: on that very channel, for that purpose or a wider one. */
export const permits = (yes: Scope, planned: Scope): boolean =>
  yes.purpose !== null &&
  planned.purpose !== null &&
  isUnder(planned.purpose, yes.purpose) &&
  yes.channel === planned.channel &&
  (yes.topic === null || yes.topic === planned.topic);

/** Whether a later yes names what the no spoke of, and so may lift it: it is as narrow as the no in everything. */
export const names = (yes: Scope, no: Scope, isObjection: boolean): boolean =>
  (no.channel === null || yes.channel === no.channel) &&
  (no.topic === null || yes.topic === no.topic) &&
  (no.purpose === null ||
    (yes.purpose !== null &&
      (isUnder(yes.purpose, no.purpose) ||
        (isObjection && isOfDirectMarketing(no.purpose) && isUnder(yes.purpose, RELATED_PROFILING)))));
