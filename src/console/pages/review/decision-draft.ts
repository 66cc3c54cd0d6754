import type { Condition, ReviewStep, Slot } from '../../api/client.ts';

type Decided = Extract<ReviewStep, { type: 'decided' }>;

/** A decision as it is being written. */
export interface DecisionDraft {
  readonly decision: Decided['decision'] | '';
  readonly reason: string;
  readonly against: string;
  readonly dissent: string;
  readonly conditions: readonly Condition[];
  /** A day, as `2026-12-31`. */
  readonly until: string;
  readonly stopOwner: string;
  /** Sources of slots that are not filled from their own field. */
  readonly slots: readonly Slot[];
  readonly silent: readonly string[];
  readonly essential: Decided['essential'];
}

export const NO_DECISION: DecisionDraft = {
  decision: '',
  reason: '',
  against: '',
  dissent: '',
  conditions: [],
  until: '',
  stopOwner: '',
  slots: [],
  silent: [],
  essential: null,
};

export const isApproval = (decision: string): boolean => decision.startsWith('approve');

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a draft itself still lacks, in the words in which the server asks for it. */
export function missingFrom(
  draft: DecisionDraft,
): ReadonlyArray<{ readonly field: string; readonly says: string }> {
  const { decision, reason, against, conditions, until, stopOwner, slots, silent } = draft;
  const list: Array<{ field: string; says: string }> = [];
  const need = (isThere: boolean, field: string, says: string): void => {
    if (!isThere) list.push({ field, says });
  };
  need(decision !== '', 'decision', 'a decision');
  need(said(reason) !== null, 'reason', 'the reason in own words');
  if (!isApproval(decision)) return list;
  need(said(against) !== null, 'against', 'the strongest reason against');
  need(until !== '', 'until', 'an end of the approval');
  need(stopOwner !== '', 'stop-owner', 'who stops the use');
  need(
    slots.every(({ source }) => source.type === 'field') || silent.length > 0,
    'silent-check',
    'a check that must stay silent on what nobody can have seen',
  );
  if (decision === 'approve-with-conditions')
    need(conditions.length > 0, 'condition', 'at least one condition');
  return list;
}

/** The draft as a step. What only an approval needs is left out of any other. */
export function decidedStep(draft: DecisionDraft, allSlots: readonly string[]): Decided {
  const { decision, slots, silent } = draft;
  const approves = isApproval(decision);
  const own = new Map(slots.map((slot) => [slot.name, slot]));
  const usesEnvelope = approves && (slots.length > 0 || silent.length > 0);
  return {
    type: 'decided',
    decision: decision as Decided['decision'],
    reason: draft.reason.trim(),
    against: approves ? said(draft.against) : null,
    dissent: said(draft.dissent),
    conditions: decision === 'approve-with-conditions' ? [...draft.conditions] : [],
    until: approves && draft.until !== '' ? `${draft.until}T23:59:59.000Z` : null,
    stopOwner: approves ? said(draft.stopOwner) : null,
    contest: null,
    essential: approves ? draft.essential : null,
    envelope: usesEnvelope
      ? {
          slots: allSlots.map((name) => own.get(name) ?? { name, source: { type: 'field', ref: name } }),
          silent: [...silent],
        }
      : null,
  };
}
