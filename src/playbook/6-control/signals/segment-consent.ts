import { allUnknown, combined, type ReadSignal, recordOf, type SignalMapping } from './signalled-choice.ts';

/**
 * Reads the consent object of a Segment event (`context.consent.categoryPreferences`). Where Segment lets an event pass,
 * nothing is known here: without an object, in a category that is not mapped or not named, with a value that is no
 * boolean. An object without categories says no to all, as it does there.
 */
export function readSegmentConsent(event: unknown, mapping: SignalMapping): ReadSignal {
  const consent = recordOf(recordOf(recordOf(event)?.context)?.consent);
  if (consent === null) return allUnknown(mapping, 'the event has no consent object');
  const preferences = recordOf(consent.categoryPreferences);
  if (preferences === null) return allUnknown(mapping, 'the consent object has no `categoryPreferences`');
  const names = Object.keys(preferences);
  const mapped = new Set(mapping.flatMap(({ categories }) => categories));
  return {
    choices: mapping.map((one) =>
      names.length === 0
        ? { scope: one.scope, says: 'no', because: 'no category is agreed to' }
        : combined(one, (category) => {
            const value = Object.hasOwn(preferences, category) ? preferences[category] : undefined;
            return value === true ? 'yes' : value === false ? 'no' : 'unknown';
          }),
    ),
    notes: names
      .filter((name) => !mapped.has(name))
      .map(
        (name) => `the category \`${name}\` stands for nothing here, and events in it flow to everyone there`,
      ),
  };
}
