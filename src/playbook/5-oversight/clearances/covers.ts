import type { ContentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { Condition } from './condition.ts';
import type { ClearancePayload, Envelope } from './statement.ts';

/** A message as it is about to be sent to one person. */
export interface RenderedMessage {
  readonly messageHash: ContentHash;
  /** Where it was rendered: the template's hash and what filled its slots; `null` where it is sent as it was cleared. */
  readonly rendered: {
    readonly template: ContentHash;
    readonly slots: Envelope['slots'];
    /** Named facts whose claims it makes. */
    readonly claims: readonly string[];
  } | null;
  readonly channel: Channel;
  /** Checks that were run on it, and those of them that found something. */
  readonly assessed: readonly string[];
  readonly found: readonly string[];
  /** Whether a price, an offer or a call to buy is seen in it. */
  readonly isPromotional: boolean;
}

/**
 * Whether a verified clearance covers a message: one of its variants as it stands, or one rendered from it in which
 * every slot has its cleared source, every claim is allowed, and the checks that must stay silent ran and did. Gives
 * the conditions that must be held elsewhere: caps, monitors, and what only a person can see to.
 * Problems: `clearance.not-covered`, `clearance.not-essential`.
 */
export function covers(
  clearance: Pick<ClearancePayload, 'class' | 'envelope' | 'conditions'>,
  message: RenderedMessage,
  now: Date,
): Result<readonly Condition[], Problem> {
  const { envelope, conditions } = clearance;
  if (clearance.class === 'essential' && message.isPromotional)
    return fail(
      problem(
        'clearance.not-essential',
        'the message promotes something, so that its class essential is void',
        'take the promotion out, or have it cleared as marketing',
      ),
    );
  const outside = (says: string): Result<never, Problem> =>
    fail(problem('clearance.not-covered', says, 'send what was cleared, or have this reviewed'));
  const { rendered } = message;
  const template = rendered?.template ?? message.messageHash;
  if (!envelope.variants.some(({ messageHash }) => messageHash === template))
    return outside('the text is none of those that were cleared');
  for (const { name, source } of rendered?.slots ?? []) {
    const isCleared = envelope.slots.some(
      (slot) => slot.name === name && slot.source.type === source.type && slot.source.ref === source.ref,
    );
    if (!isCleared)
      return outside(`\`${name}\` is filled from \`${source.ref}\`, which was not cleared for it`);
  }
  const claim = (rendered?.claims ?? []).find((one) => !envelope.claims.includes(one));
  if (claim !== undefined) return outside(`a claim rests on \`${claim}\`, which was not cleared`);
  // A text that stands as it was cleared was judged by people; one that was put together afterwards was not.
  if (rendered !== null) {
    const broken = envelope.silent.find((check) => notSilent(check, message));
    if (broken !== undefined) return outside(`\`${broken}\` must run on each message and find nothing`);
  }
  const broken = conditions.find((one) => isBroken(one, message, now));
  if (broken !== undefined) return outside(`a condition of the approval does not hold: ${broken.says}`);
  return ok(
    conditions.filter(({ check }) => check === null || check.type === 'cap' || check.type === 'monitor'),
  );
}

const notSilent = (check: string, { assessed, found }: RenderedMessage): boolean =>
  !assessed.includes(check) || found.includes(check);

function isBroken({ check }: Condition, message: RenderedMessage, now: Date): boolean {
  switch (check?.type) {
    case 'until':
      return now.getTime() >= Date.parse(check.at);
    case 'channels':
      return !check.only.includes(message.channel);
    case 'check-silent':
      return notSilent(check.check, message);
    default:
      return false;
  }
}
