import type { ClearancePayload } from './statement.ts';

/** The longest that an approval may last (ours): data, models and people change. */
export const MAXIMUM_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * Why a clearance is none whoever signed it; `null` where it is sound. Held when one is issued and when one is
 * verified, so that a stolen or careless key cannot clear what no review of ours clears.
 */
export function unsound(clearance: ClearancePayload): string | null {
  const { reviewers, owner, approversNeeded, issuedAt, expiresAt } = clearance;
  const keys = new Set(reviewers.map(({ key }) => key));
  if (reviewers.length === 0) return 'nobody approved it';
  if (keys.size !== reviewers.length) return 'one person counts twice';
  if (keys.has(owner)) return 'the owner of the use approved it';
  if (keys.size < approversNeeded) return `it took ${approversNeeded} people, and ${keys.size} approved`;
  if (approversNeeded > 1 && !reviewers.some(({ standing }) => standing === 'outside'))
    return 'nobody outside the owner’s reporting line approved it';
  const days = (Date.parse(expiresAt) - Date.parse(issuedAt)) / DAY_MS;
  if (days <= 0) return 'it ends before it begins';
  if (days > MAXIMUM_DAYS) return `it lasts longer than ${MAXIMUM_DAYS} days`;
  if (reviewers.some(({ decidedAt }) => Date.parse(decidedAt) > Date.parse(issuedAt)))
    return 'it was issued before it was approved';
  if ((clearance.class === 'essential') !== (clearance.essential !== null))
    return 'its class and its reason to be essential do not go together';
  if (clearance.class === 'essential' && clearance.envelope.variants.length === 0)
    return 'the class `essential` is granted to a template, and it names none';
  if (clearance.lineage.smallChanges === 0 && clearance.lineage.full !== clearance.id)
    return 'it is neither a full clearance nor a small change';
  return null;
}
