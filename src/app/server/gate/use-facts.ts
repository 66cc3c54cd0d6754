import type { UseCard } from '../../../check/facts/card.ts';
import type { UseState } from '../../../gate/use-state.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { allChecks } from '../../checks.ts';
import { findingsOf, notAssessedOf } from '../uses/stored-version.ts';

/** What of a use stands in the version that was cleared. It never changes, so it is read once. */
export type UseFacts = Pick<
  UseState,
  | 'kind'
  | 'purpose'
  | 'basis'
  | 'channels'
  | 'topics'
  | 'themes'
  | 'jurisdictions'
  | 'profiles'
  | 'adultsOnly'
  | 'cap'
  | 'checks'
> & {
  /** Named facts that its claims rest on. */
  readonly claims: readonly string[];
};

/** Reads what the gate needs of a version; `null` where it is gone. */
export async function useFactsOf(db: Database, versionId: string): Promise<UseFacts | null> {
  const version = await findUseVersion(db, versionId);
  if (version === undefined) return null;
  const card = version.card as UseCard;
  const notAssessed = new Set(notAssessedOf(version).map(({ check }) => check));
  return {
    ...ofCard(card),
    checks: {
      assessed: allChecks.map(({ id }) => id).filter((id) => !notAssessed.has(id)),
      found: [...new Set((await findingsOf(db, versionId)).map(({ check }) => check))],
    },
  };
}

/** What is sold to grown people alone, as people can ask to be spared it. */
const FOR_ADULTS: ReadonlySet<string> = new Set(['alcohol', 'gambling', 'debt']);
/** Whose nature it is that something about the person is computed and decides. */
const COMPUTED: ReadonlySet<string> = new Set(['score', 'pricing', 'recommendation', 'next-best-action']);

const ofCard = (card: UseCard): Omit<UseFacts, 'checks'> => ({
  kind: card.kind,
  purpose: card.purpose ?? '',
  basis: card.basis ?? null,
  channels: card.channels ?? [],
  topics: [],
  themes: card.themes ?? [],
  jurisdictions: card.jurisdictions ?? [],
  profiles: (card.scores ?? []).length > 0 || COMPUTED.has(card.kind),
  adultsOnly: (card.themes ?? []).some((theme) => FOR_ADULTS.has(theme)),
  cap: card.caps?.per_person ?? null,
  claims: [...new Set((card.claims ?? []).map(({ fact }) => fact))],
});
