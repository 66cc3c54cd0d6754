import type { Outcome } from '../../../gate/decision.ts';
import { flawsOfSend, type KnownThen, type SentMessage } from '../../../gate/incidents/flaws-of-send.ts';
import type { ContentHash } from '../../../kernel/canonical.ts';
import type { ClearancePayload } from '../../../playbook/5-oversight/clearances/statement.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import { isSubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { readKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import {
  addSendIncidents,
  clearancesOfUses,
  lastAnswers,
} from '../../../stores/sql/repositories/send-incidents.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { pseudonymOf } from '../gate/gate-secrets.ts';
import { useFactsOf } from '../gate/use-facts.ts';
import { openForSends } from '../incidents/open-for-sends.ts';

/** A message that a system says it sent. */
export interface ToldSend extends Omit<SentMessage, 'contentHash'> {
  readonly source: string;
  readonly id: string;
  readonly use: string;
  /** Whatever the system knows the person by; only a key of the ledger can be matched. */
  readonly subject: string;
  /** Its hash, or a name that says nothing to us. */
  readonly message: string | null;
}

const DAY_MS = 86_400_000;
/** What is told later than this is history that somebody brings along, and no incident of now. */
const LOOKED_BACK_DAYS = 31;

/**
 * Notes what should not have been sent, of messages that are told afterwards, and opens an incident for each known use and
 * flaw that has none open. The same message twice is noted once.
 */
export async function noteIncidents(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  { gate }: Pick<ServerContext, 'gate'>,
  told: readonly ToldSend[],
): Promise<void> {
  const { db, at } = work;
  const sends = told.filter((one) => at.getTime() - one.at.getTime() <= LOOKED_BACK_DAYS * DAY_MS);
  if (sends.length === 0) return;
  const clearances = new Clearances(await clearancesOfUses(db, [...new Set(sends.map(({ use }) => use))]));
  const subjects = [...new Set(sends.map(({ subject }) => subject).filter(isSubjectKey))];
  const states = Map.groupBy((await readKeys(db, subjects)).states, ({ asked }) => asked);
  const pseudonyms = new Map(subjects.map((one) => [one as string, pseudonymOf(gate.parts.gate, one)]));
  const known = sends.filter(({ subject }) => pseudonyms.has(subject));
  const answers = new Map(
    (
      await lastAnswers(
        db,
        known.map((one) => ({
          pseudonym: pseudonyms.get(one.subject)!,
          useId: one.use,
          at: one.at.toISOString(),
        })),
      )
    ).map(({ place, outcome }) => [known[place]!, outcome as Outcome]),
  );
  const incidents = [];
  for (const send of sends) {
    const inForce = clearances.inForce(send.use, send.at);
    const then: KnownThen = {
      clearance: inForce === undefined ? null : inForce.covers,
      purpose: inForce === undefined ? null : await clearances.purposeOf(db, inForce.versionId),
      lastAnswer: answers.get(send) ?? null,
      choices: states.get(send.subject)?.map(({ state }) => state as ChoiceState) ?? null,
    };
    const contentHash = /^sha256:[0-9a-f]{64}$/.test(send.message ?? '')
      ? (send.message as ContentHash)
      : null;
    for (const flaw of flawsOfSend({ ...send, contentHash }, then))
      incidents.push({
        id: newId('incident', at),
        source: send.source,
        eventId: send.id,
        useId: send.use,
        flaw,
        pseudonym: pseudonyms.get(send.subject) ?? null,
        channel: send.channel,
        contentHash,
        clearanceId: inForce?.id ?? null,
        sentAt: send.at,
        notedAt: at,
      });
  }
  await openForSends(work, await addSendIncidents(db, incidents));
}

type ClearanceRow = Awaited<ReturnType<typeof clearancesOfUses>>[number];

/** Clearances of uses by when they were in force, each read once. */
class Clearances {
  readonly #byUse: ReadonlyMap<string, readonly ClearanceRow[]>;
  readonly #covers = new Map<string, NonNullable<KnownThen['clearance']>>();
  readonly #purposes = new Map<string, string | null>();

  constructor(rows: readonly ClearanceRow[]) {
    this.#byUse = Map.groupBy(rows, ({ useId }) => useId);
  }

  inForce(use: string, at: Date) {
    const row = this.#byUse
      .get(use)
      ?.find(
        ({ issuedAt, expiresAt, voidedAt }) =>
          issuedAt <= at && at < expiresAt && (voidedAt === null || at < voidedAt),
      );
    return row === undefined
      ? undefined
      : { id: row.id, versionId: row.versionId, covers: this.#coversOf(row) };
  }

  async purposeOf(db: Database, versionId: string): Promise<string | null> {
    if (!this.#purposes.has(versionId))
      this.#purposes.set(versionId, (await useFactsOf(db, versionId))?.purpose || null);
    return this.#purposes.get(versionId)!;
  }

  #coversOf({ id, statement }: ClearanceRow): NonNullable<KnownThen['clearance']> {
    let covers = this.#covers.get(id);
    if (covers === undefined) {
      // Our own row: whether the signature fits is for those who decide by it.
      const { payload } = JSON.parse(statement) as { readonly payload: ClearancePayload };
      covers = {
        isEssential: payload.class === 'essential',
        texts: new Set(payload.envelope.variants.map(({ messageHash }) => messageHash)),
      };
      this.#covers.set(id, covers);
    }
    return covers;
  }
}
