import type { BoundariesFact } from '../../../check/facts/boundary.ts';
import { type Boundaries, type Boundary, keyOf } from './read-boundaries.ts';
import { USE_ATTRIBUTES, useAttribute } from './use-attributes.ts';
import type { UseEntity } from './use-entity.ts';

interface Answer {
  readonly matching: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Asks every boundary about a use. Forbid wins, the order means nothing, and whatever no boundary forbids may be done.
 * A boundary that could not be read, that fails, or that asks for what could not be read and does not forbid already, is
 * unanswered.
 */
export function answerBoundaries(boundaries: Boundaries, use: UseEntity): BoundariesFact {
  if (boundaries.cedar === null || boundaries.all.length === 0)
    return { forbidding: [], unanswered: boundaries.unread, count: 0 };
  const full = ask(boundaries, use, use.attributes);
  const unread = Object.keys(use.unread) as Array<keyof UseEntity['unread']>;
  // Asked once more without what is not known: whoever needs it now fails, and says so.
  const partial = unread.length === 0 ? full : ask(boundaries, use, withoutUnread(use));

  const forbidding = boundaries.all.filter((one) => one.effect === 'forbid' && full.matching.has(keyOf(one)));
  const unanswered = boundaries.all
    .filter((one) => one.effect === 'forbid' && !full.matching.has(keyOf(one)))
    .flatMap((one) => {
      const failure = full.failed.get(keyOf(one));
      if (failure !== undefined) return [{ id: one.id, because: failure }];
      const lacking = partial.failed.get(keyOf(one));
      return lacking === undefined ? [] : [{ id: one.id, because: reasonFor(lacking, use) }];
    });
  return {
    forbidding: forbidding
      .sort(byId)
      .map(({ id, effect, because, instead, norms, at }) => ({ id, effect, because, instead, norms, at })),
    unanswered: [...boundaries.unread, ...unanswered].sort((a, b) => (a.id < b.id ? -1 : 1)),
    count: boundaries.all.length,
  };
}

function ask(
  { cedar, setName, all }: Boundaries,
  use: UseEntity,
  attributes: Partial<UseEntity['attributes']>,
): Answer {
  const resource = { type: 'Use', id: use.use };
  try {
    const answer = cedar!.statefulIsAuthorized({
      principal: { type: 'Organisation', id: use.organisation },
      action: { type: 'Action', id: 'use' },
      resource,
      context: {},
      preparsedPolicySetId: setName,
      entities: [
        { uid: resource, attrs: attributes as Record<string, string | boolean | string[]>, parents: [] },
      ],
    });
    if (answer.type === 'failure') return allFailed(all, answer.errors[0]?.message ?? 'Cedar gave no answer');
    const { reason, errors } = answer.response.diagnostics;
    return {
      matching: new Set(reason),
      failed: new Map(errors.map(({ policyId, error }) => [policyId, error.message])),
    };
  } catch {
    return allFailed(all, 'Cedar gave no answer');
  }
}

const allFailed = (all: readonly Boundary[], because: string): Answer => ({
  matching: new Set(),
  failed: new Map(all.map((one) => [keyOf(one), because])),
});

function withoutUnread({ attributes, unread }: UseEntity): Partial<UseEntity['attributes']> {
  const known = Object.entries(attributes).filter(([name]) => {
    const from = useAttribute(name)?.from;
    return from === undefined || unread[from] === undefined;
  });
  return Object.fromEntries(known) as Partial<UseEntity['attributes']>;
}

/** Which reading a failure for a missing attribute lacks, as people would say it. */
function reasonFor(failure: string, { unread }: UseEntity): string {
  const name = Object.keys(USE_ATTRIBUTES).find((attribute) => failure.includes(`\`${attribute}\``));
  const from = name === undefined ? undefined : useAttribute(name)?.from;
  const why = from === undefined ? undefined : unread[from];
  return why === undefined ? failure : `\`${name}\` is not known: ${why}`;
}

const byId = (a: Boundary, b: Boundary): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : keyOf(a) < keyOf(b) ? -1 : 1;
