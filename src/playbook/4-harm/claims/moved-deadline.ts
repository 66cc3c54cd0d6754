import type { CardFact } from '../../../check/facts/card.ts';
import { normalise } from '../wording/normalise.ts';
import type { Deadline } from './compare-deadline.ts';
import { fitsDeadline } from './compare-deadline.ts';
import { type DeadlineHistory, deadlineEnd, offerKey } from './deadline-history.ts';
import type { NamedFact, NamedFacts } from './named-facts.ts';
import { type SaidDate, saidDates } from './said-dates.ts';

/** A day that another use names for the end of an offer. */
export interface SaidDeadline {
  readonly use: string;
  readonly offer: string;
  readonly day: SaidDate;
  readonly where: string;
}

export type MovedFrom = ReadonlyArray<{ readonly value: string; readonly where: string }>;

/**
 * Other ends of the same offer: earlier versions of its fact, another fact of today, the words of another use. A longer
 * sale that was planned cannot be told from one that never ends, so both are shown and a person decides by waiver.
 */
export function movedFrom(
  fact: NamedFact,
  deadline: Deadline,
  history: DeadlineHistory | null,
  namedFacts: NamedFacts,
  saidElsewhere: readonly SaidDeadline[],
): MovedFrom {
  const offer = 'offer' in fact ? fact.offer : undefined;
  const key = offerKey(offer, fact.name);
  const differs = (end: Date): boolean => end.getTime() !== deadline.end.getTime();
  const past = (history?.byOffer.get(key) ?? []).filter(({ at }) => differs(at));
  const others = [...namedFacts.values()].flatMap((other) => {
    if (other.type !== 'deadline' || other.name === fact.name || offerKey(other.offer, other.name) !== key)
      return [];
    const { file, line } = other.place;
    return differs(deadlineEnd(other.at))
      ? [{ value: other.at, where: `${file}:${line}, fact ${other.name}` }]
      : [];
  });
  const said = saidElsewhere.flatMap(({ offer: theirs, day, where, use }) =>
    offer === undefined || offerKey(theirs, '') !== key || fitsDeadline(day, deadline, deadline.end, 'plan')
      ? []
      : [{ value: day.words, where: `${where}, use ${use}` }],
  );
  return [...past.map(({ value, where }) => ({ value, where })), ...others, ...said];
}

/**
 * The calendar days that a use names for the end of an offer, for the comparison of other uses. Weekdays and "tonight"
 * are left out: they mean another day in each send.
 */
export function saidDeadlines(
  card: CardFact,
  claims: ReadonlyArray<{
    readonly quote: string;
    readonly binding: number | null;
    readonly at: { readonly file: string; readonly line: number };
  }>,
  namedFacts: NamedFacts,
): SaidDeadline[] {
  return claims.flatMap(({ quote, binding, at }) => {
    const entry = binding === null ? undefined : card.card.claims?.[binding];
    const fact = entry === undefined ? undefined : namedFacts.get(entry.fact);
    const offer = fact !== undefined && 'offer' in fact ? fact.offer : undefined;
    if (offer === undefined) return [];
    return saidDates(normalise(quote).text)
      .filter(({ means }) => means.type === 'date')
      .map((day) => ({ use: card.card.use, offer, day, where: `${at.file}:${at.line}` }));
  });
}
