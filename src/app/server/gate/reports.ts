import { createHash } from 'node:crypto';
import type { Outcome, Reason } from '../../../gate/decision.ts';
import { sentenceForSender } from '../../../gate/explain/for-sender.ts';
import type { ReasonCode } from '../../../gate/reason-codes.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { readKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import { addGateCounts, addGateDecisions } from '../../../stores/sql/repositories/gate-decisions.ts';
import { settleHeldContacts } from '../../../stores/sql/repositories/settle-held-contacts.ts';
import { type Change, demand } from '../change.ts';
import { askedSubject } from './asked-subject.ts';
import { gatePolicyIn } from './gate-policy.ts';
import { pseudonymOf } from './gate-secrets.ts';
import { gatherPeople } from './gather-people.ts';
import { countsOf, type DecisionRow, rowOfDecision } from './log-rows.ts';
import { realReasons } from './real-reasons.ts';

/** A decision that was made in a sender's own process. */
export interface ReportedDecision {
  /** Of the sender: the same twice is one. */
  readonly id: string;
  readonly at: Date;
  readonly use: string;
  /** `null` where nobody could be told. */
  readonly subject: string | null;
  readonly channel: Channel;
  readonly dispatch: string | null;
  readonly contentHash: `sha256:${string}`;
  readonly outcome: Outcome;
  readonly codes: readonly ReasonCode[];
  readonly shadow: readonly ReasonCode[];
  readonly clearance: string | null;
  readonly lease: string | null;
}

/**
 * Takes decisions of other processes into the log, each once. What a permit drew on stays taken when its lease is given
 * back, where it was set aside for who reports. What lay behind `protected` is looked up here, as the sender never knew it. Refusals: `people.not-allowed`.
 */
export async function takeReports(
  change: Change,
  reported: readonly ReportedDecision[],
): Promise<{ readonly added: number }> {
  demand(change, 'gate.decide');
  const { db, at, caller, context } = change;
  const { parts } = context.gate;
  const { policy, version } = await gatePolicyIn(db);
  const uses = await parts.useStates.read(
    db,
    reported.map(({ use }) => use),
    at,
  );
  const subjectOf = new Map(
    reported.map((one): [ReportedDecision, SubjectKey | null] => {
      const key = one.subject === null ? null : askedSubject(parts.ledger, one.subject);
      return [one, key?.ok ? key.value : null];
    }),
  );
  const left = reported.flatMap((one) => {
    const subject = subjectOf.get(one);
    return subject != null && [...one.codes, ...one.shadow].includes('protected') ? [subject] : [];
  });
  const people = await gatherPeople(db, parts, left, await readKeys(db, left), at);
  const rows = reported.map((one): DecisionRow => {
    const subject = subjectOf.get(one) ?? null;
    const person = subject === null ? undefined : people.get(subject);
    const use = uses.get(one.use);
    const worst = one.outcome === 'permit' ? 'deny' : one.outcome;
    const reasonsOf = (codes: readonly ReasonCode[]) => codes.map((code) => asReported(code, worst));
    return rowOfDecision(
      parts.sealer,
      one,
      {
        decision: one.outcome,
        reasons: reasonsOf(one.codes),
        shadow: reasonsOf(one.shadow),
        clearance: one.clearance,
        expiresAt: null,
      },
      {
        id: idOf(caller.credential, one),
        pseudonym: subject === null ? 'nobody' : pseudonymOf(parts.gate, subject),
        versionId: use?.versionId ?? null,
        door: 'library',
        policy: version,
        real: () =>
          person === undefined || use === undefined
            ? []
            : realReasons(person, use.state, one.channel, policy, parts.gate.lots, at),
        decidedAt: one.at,
        loggedAt: at,
      },
    );
  });
  const added = await addGateDecisions(db, rows);
  await settleHeldContacts(
    db,
    reported.flatMap((one) => {
      const subject = subjectOf.get(one);
      return one.outcome === 'permit' && subject != null && one.dispatch !== null
        ? [{ useId: one.use, subject, dispatch: one.dispatch }]
        : [];
    }),
    'drawn',
    caller.account.key,
    at,
  );
  await addGateCounts(
    db,
    countsOf(
      reported.flatMap((one, place) =>
        added.has(rows[place]!.id)
          ? [
              {
                useId: one.use,
                channel: one.channel,
                outcome: one.outcome,
                codes: one.codes,
                shadow: one.shadow.map((code) => ({ code, outcome: 'hold' })),
                decidedAt: one.at,
              },
            ]
          : [],
      ),
    ),
  );
  return { added: added.size };
}

/** The same for the same report of the same sender, however often it comes. */
const idOf = (credential: string, { id, at }: ReportedDecision): string =>
  `decision_${at.getTime().toString(16).padStart(12, '0')}${createHash('sha256')
    .update(`${credential}\u0000${id}`)
    .digest('hex')
    .slice(0, 20)}`;

const asReported = (code: ReasonCode, outcome: Exclude<Outcome, 'permit'>): Reason => ({
  code,
  outcome,
  detail: sentenceForSender(code),
  retryAfter: null,
  waitsFor: null,
  isFirm: true,
});
