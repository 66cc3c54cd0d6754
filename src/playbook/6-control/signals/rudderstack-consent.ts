import { allUnknown, combined, type ReadSignal, recordOf, type SignalMapping } from './signalled-choice.ts';

/**
 * Reads the consent object of a RudderStack event (`context.consentManagement`). An id counts as agreed to only where it
 * is in the list of the allowed and not in that of the denied; an object that lists the denied alone, as older providers
 * do, says nothing of the others. `or` is reported and not followed: every id of a mapping must be allowed.
 */
export function readRudderstackConsent(event: unknown, mapping: SignalMapping): ReadSignal {
  const consent = recordOf(recordOf(recordOf(event)?.context)?.consentManagement);
  if (consent === null) return allUnknown(mapping, 'the event has no consent object');
  const [allowed, denied] = [idsOf(consent.allowedConsentIds), idsOf(consent.deniedConsentIds)];
  if (allowed === null && denied === null)
    return allUnknown(mapping, 'the consent object lists neither allowed nor denied ids');
  const notes: string[] = [];
  if (allowed === null) notes.push('only denied ids are listed: nothing is known of the others');
  const strategy = consent.resolutionStrategy;
  if (strategy !== undefined && String(strategy).toLowerCase() !== 'and')
    notes.push(
      `the strategy \`${String(strategy).slice(0, 40)}\` lets one of several agreements stand for all: it is not followed`,
    );
  return {
    choices: mapping.map((one) =>
      combined(one, (id) => (denied?.has(id) ? 'no' : allowed?.has(id) ? 'yes' : 'unknown')),
    ),
    notes,
  };
}

const idsOf = (value: unknown): ReadonlySet<string> | null =>
  Array.isArray(value) ? new Set(value.filter((id): id is string => typeof id === 'string')) : null;
