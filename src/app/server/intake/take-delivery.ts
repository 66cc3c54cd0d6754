import type { Delivery, Told } from '../../../connectors/intake/intake.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, type Result } from '../../../kernel/result.ts';
import { type SubjectKey, subjectKeyOf } from '../../../playbook/6-control/ledger/subject-key.ts';
import { openToken } from '../../../playbook/6-control/tokens/token.ts';
import { countDelivery } from '../../../stores/sql/repositories/intake-counts.ts';
import type { NewOutcomeEvent } from '../../../stores/sql/repositories/outcome-events.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import { takeRows } from '../outcomes/take-rows.ts';
import { leaving } from './leaving.ts';
import { secretOf } from './secrets.ts';
import { SYSTEMS, type SystemName } from './systems.ts';

type TakingContext = Pick<ServerContext, 'store' | 'sealer' | 'ledger' | 'clock'>;

/** What became of a delivery of another system. */
export interface TakenDelivery {
  readonly accepted: number;
  readonly duplicates: number;
  /** Of those accepted, such as name no use that is known. */
  readonly quarantined: number;
  /** Of kinds that are not watched, or of an address that reaches nobody. */
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
  context: TakingContext,
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
  const read = system.read(delivery.body, context.clock.now());
  if (!read.ok) return read;
  const { told, ignored, unreadable } = read.value;
  return context.store.write(async (work) => {
    const kept = await keep(context, work, name, told);
    const taken = { ...kept, ignored: kept.ignored + ignored, refused: unreadable };
    const counted = { ...taken, deliveries: 1, unreadable: unreadable.length, refused: 0 };
    await countDelivery(work.db, name, counted, work.at);
    return taken;
  });
}

async function keep(
  { ledger, clock }: TakingContext,
  work: Work,
  name: SystemName,
  told: readonly Told[],
): Promise<Omit<TakenDelivery, 'refused'>> {
  const events = new Map<string, About>();
  let ignored = 0;
  for (const one of told) {
    const about = aboutOf(one, name, ledger, clock.now());
    if (about === null) ignored += 1;
    else if (!events.has(one.id)) events.set(one.id, about);
  }
  const { fresh, quarantined, uses } = await takeRows(
    work,
    name,
    [...events.values()]
      .filter(({ told: { type } }) => type !== 'unclear')
      .map((one) => rowOf(one, name, work.at)),
  );
  let unclear = 0;
  for (const { told: one, subject } of events.values()) {
    if (one.type !== 'opt-out' && one.type !== 'unclear') continue;
    const { added } = await choose(work, ledger, subject, [leaving(name, one, work.at)]);
    if (one.type === 'unclear') unclear += added;
  }
  const accepted = fresh.length + unclear;
  return { accepted, duplicates: told.length - ignored - accepted, quarantined, ignored, uses };
}

/** An event with the person and the use that it is about. */
interface About {
  readonly told: Told;
  readonly subject: SubjectKey;
  readonly use: string | null;
}

/** `null` of an address that is none: it reaches nobody, and so speaks of nobody. */
function aboutOf(told: Told, name: SystemName, ledger: LedgerSecrets, now: Date): About | null {
  const opened =
    told.leavingLink === undefined ? null : openToken(ledger.tokens, 'one-click', told.leavingLink, now);
  const link = opened?.ok === true ? opened.value : null;
  const use = told.use ?? link?.about ?? null;
  if (link !== null && (told.recipient === null || told.recipient.kind !== 'email'))
    return { told, subject: link.subject, use };
  // Somebody it happened to, whom nothing leads to: counted, and matched with no send.
  const whom = told.recipient ?? { kind: 'customer', value: `${name}:unnamed:${contentHash(told.id)}` };
  const subject = subjectKeyOf(ledger.subjects, whom);
  return subject.ok ? { told, subject: subject.value, use } : null;
}

const rowOf = ({ told, subject, use }: About, name: SystemName, receivedAt: Date): NewOutcomeEvent => ({
  source: name,
  id: told.id,
  type: told.type,
  useId: use ?? told.campaign ?? '',
  at: told.at,
  subject,
  isEssential: false,
  groups: asJson({}),
  receivedAt,
});
