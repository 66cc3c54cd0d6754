import type { Decision, Reason } from '../../../gate/decision.ts';
import type { Sending } from '../../../gate/question.ts';
import type { GateCount } from '../../../stores/sql/repositories/gate-decisions.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Sealer } from '../../../stores/sql/sealing/sealer.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { NewRow } from '../../../stores/sql/tables/index.ts';

export type DecisionRow = NewRow<'gateDecisions'>;

/** Through which door a decision was asked for. */
export type Door = 'single' | 'batch' | 'lease' | 'library' | 'essential-alone';

/** What a decision rested on, beside the question. */
export interface LoggedAbout {
  readonly id: string;
  readonly pseudonym: string;
  readonly versionId: string | null;
  readonly door: Door;
  /** Version of the policy. */
  readonly policy: number;
  /** What really stands behind `protected`, as codes; asked only where that is among the reasons. */
  readonly real: () => readonly string[];
  readonly decidedAt: Date;
  readonly loggedAt: Date;
}

export const newDecisionId = (at: Date): string => newId('decision', at);

/** A decision as its row. What stands behind `protected` is sealed, and as long for everybody. */
export function rowOfDecision(
  sealer: Sealer,
  sending: Pick<Sending, 'use' | 'channel' | 'dispatch' | 'contentHash'>,
  decision: Decision,
  about: LoggedAbout,
): DecisionRow {
  const { id } = about;
  const isProtected = [...decision.reasons, ...decision.shadow].some(({ code }) => code === 'protected');
  return {
    id,
    pseudonym: about.pseudonym,
    useId: sending.use,
    versionId: about.versionId,
    clearanceId: decision.clearance,
    channel: sending.channel,
    dispatch: sending.dispatch,
    outcome: decision.decision,
    codes: decision.reasons.map(({ code }) => code).join(' '),
    reasons: asJson(decision.reasons.map(shortReason)),
    shadow: asJson(decision.shadow.map(shortReason)),
    sealed: isProtected ? sealer.seal(padded(about.real()), sealedContext(id)) : null,
    inputs: asJson({ policy: about.policy, contentHash: sending.contentHash }),
    door: about.door,
    decidedAt: about.decidedAt,
    permittedUntil: decision.expiresAt,
    loggedAt: about.loggedAt,
  };
}

/** Where the sealed text of a row opens, and nowhere else. */
export const sealedContext = (id: string): string => `gate_decisions:${id}`;

/** Codes of real causes are few and short; by its length nobody learns which. */
const PADDED_TO = 512;
const padded = (real: readonly string[]): string =>
  JSON.stringify(real).slice(0, PADDED_TO).padEnd(PADDED_TO);

export interface ShortReason {
  readonly code: Reason['code'];
  readonly outcome: Reason['outcome'];
  readonly retryAfter: string | null;
  readonly waitsFor: Reason['waitsFor'];
}

export const shortReason = ({ code, outcome, retryAfter, waitsFor }: Reason): ShortReason => ({
  code,
  outcome,
  retryAfter: retryAfter?.toISOString() ?? null,
  waitsFor,
});

type Counted = Pick<DecisionRow, 'useId' | 'channel' | 'outcome' | 'decidedAt'> & {
  readonly codes: readonly string[];
  readonly shadow: ReadonlyArray<{ readonly code: string; readonly outcome: string }>;
};

/** What decisions add to the counts: each once by its outcome, and once by each of its reasons. */
export function countsOf(decisions: readonly Counted[]): readonly GateCount[] {
  const counts = new Map<string, GateCount>();
  const add = (count: Omit<GateCount, 'decisions'>): void => {
    const key = JSON.stringify(count);
    counts.set(key, { ...count, decisions: (counts.get(key)?.decisions ?? 0) + 1 });
  };
  for (const { decidedAt, useId, channel, outcome, codes, shadow } of decisions) {
    const of = { day: decidedAt.toISOString().slice(0, 10), useId, channel };
    add({ ...of, mode: 'binds', outcome, code: '' });
    for (const code of codes) add({ ...of, mode: 'binds', outcome, code });
    for (const one of shadow) add({ ...of, mode: 'shadow', outcome: one.outcome, code: one.code });
    // How many more would have been held, however many rules are against each.
    const worst = shadow.some((one) => one.outcome === 'deny') ? 'deny' : 'hold';
    if (shadow.length > 0 && outcome === 'permit') add({ ...of, mode: 'shadow', outcome: worst, code: '' });
  }
  return [...counts.values()];
}

export const countedOf = (
  sending: Pick<Sending, 'use' | 'channel'>,
  { decision, reasons, shadow }: Pick<Decision, 'decision' | 'reasons' | 'shadow'>,
  decidedAt: Date,
): Counted => ({
  useId: sending.use,
  channel: sending.channel,
  outcome: decision,
  codes: reasons.map(({ code }) => code),
  shadow,
  decidedAt,
});
