import type { People, PersonKey } from './person.ts';

/**
 * Where a person stands to the owner of a use: `outside` the line, `inside` it (above, below, or beside under the same
 * direct superior, who is judged by the same result), `self`, or `unknown` where a line is not recorded to its top.
 * Unknown counts as not outside wherever two people are needed. A circle in the records is a line that is unknown.
 */
export function standsToOwner(
  person: PersonKey,
  owner: PersonKey,
  people: People,
): 'self' | 'inside' | 'outside' | 'unknown' {
  if (person === owner) return 'self';
  const above = superiorsOf(person, people);
  const ownersAbove = superiorsOf(owner, people);
  if (above.line.includes(owner) || ownersAbove.line.includes(person)) return 'inside';
  if (above.line.length > 0 && above.line[0] === ownersAbove.line[0]) return 'inside';
  return above.complete && ownersAbove.complete ? 'outside' : 'unknown';
}

/** The superiors of a person, nearest first, as far as they are recorded. */
function superiorsOf(
  person: PersonKey,
  people: People,
): { readonly line: readonly PersonKey[]; readonly complete: boolean } {
  const line: PersonKey[] = [];
  for (let current = person; ; ) {
    const superior = people.get(current)?.reportsTo;
    if (superior === null) return { line, complete: true };
    if (superior === undefined || superior === person || line.includes(superior))
      return { line, complete: false };
    line.push(superior);
    current = superior;
  }
}
