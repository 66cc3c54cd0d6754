import { createHash } from 'node:crypto';
import type { Delivery, Told } from '../../../connectors/intake/intake.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import { DIRECT_MARKETING } from '../../../playbook/6-control/ledger/scope.ts';
import { type SubjectKey, subjectKeyOf } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { keepEvents } from '../outcomes/keep-events.ts';
import { secretOf } from './secrets.ts';
import { SYSTEMS, type SystemName } from './systems.ts';

/** What became of a delivery of another system. */
export interface TakenDelivery {
  readonly accepted: number;
  readonly duplicates: number;
  /** Of those accepted, such as name no use that is known. */
  readonly quarantined: number;
  /** Of kinds that are not watched. */
  readonly ignored: number;
  readonly refused: ReadonlyArray<{ readonly index: number; readonly field: string }>;
  /** Known uses that were spoken of. */
  readonly uses: readonly string[];
}

/**
 * Takes what another system delivers: only what is signed with the secret that is set for it, and nothing else of it is
 * looked at before. Addresses become keyed hashes before anything is kept; whoever unsubscribed there has left here, too.
 * Problems: `intake.not-signed`, `intake.stale`, `intake.unreadable`, those of the store.
 */
export async function takeDelivery(
  context: Pick<ServerContext, 'store' | 'sealer' | 'ledger' | 'clock'>,
  name: SystemName,
  delivery: Delivery,
): Promise<Result<TakenDelivery, Problem>> {
  const { system } = SYSTEMS[name];
  const secret = await context.store.read((db) => secretOf(db, context, name));
  if (!secret.ok) return secret;
  if (secret.value === null)
    return fail(
      problem('intake.not-signed', `no secret is set for \`${name}\``, 'set it under /v1/settings/intake'),
    );
  const signed = await system.verify(delivery, secret.value, context.clock.now());
  if (!signed.ok) return signed;
  const read = system.read(delivery.body);
  if (!read.ok) return read;
  const { told, ignored, unreadable } = read.value;
  const kept = await context.store.write((work) => keep(context, work, name, told));
  return kept.ok ? ok({ ...kept.value, ignored, refused: unreadable }) : kept;
}

async function keep(
  { ledger }: Pick<ServerContext, 'ledger'>,
  work: Work,
  name: SystemName,
  told: readonly Told[],
): Promise<Omit<TakenDelivery, 'ignored' | 'refused'>> {
  const { at } = work;
  const events = new Map<string, Told & { readonly subject: SubjectKey }>();
  for (const one of told) {
    const subject = subjectKeyOf(ledger.subjects, one.recipient);
    // An address that is none reaches nobody, and so speaks of nobody.
    if (subject.ok && !events.has(one.id)) events.set(one.id, { ...one, subject: subject.value });
  }
  const { fresh, quarantined, uses } = await keepEvents(
    work,
    [...events.values()].map((one) => ({
      source: name,
      id: one.id,
      type: one.type,
      useId: one.use ?? '',
      at: one.at,
      subject: one.subject,
      isEssential: false,
      groups: asJson({}),
      receivedAt: at,
    })),
  );
  for (const one of events.values())
    if (one.type === 'opt-out') await choose(work, ledger, one.subject, [leaving(name, one, at)]);
  return { accepted: fresh.length, duplicates: told.length - fresh.length, quarantined, uses };
}

/** Delivered twice it is one choice: its id is made of that of the system. */
function leaving(name: SystemName, { id, at, recipient }: Told, now: Date): ChoiceDraft {
  const hash = createHash('sha256').update(`${name}\u0000${id}`).digest('hex').slice(0, 40);
  return {
    id: `intake-${name}-${hash}`,
    kind: 'withdrawn',
    scope: { purpose: DIRECT_MARKETING, channel: recipient.kind === 'email' ? 'email' : 'sms', topic: null },
    theme: null,
    // A clock that is ahead must not hide a choice that is yet to be made.
    at: (at > now ? now : at).toISOString(),
    validUntil: null,
    pausedUntil: null,
    confirms: null,
    proof: {
      notice: null,
      uiHash: null,
      language: null,
      method: 'unsubscribe-elsewhere',
      actor: 'person',
      jurisdiction: null,
      sourceSystem: name,
    },
  };
}
