import type { CardFact } from '../../../check/facts/card.ts';
import { problem } from '../../../kernel/problem.ts';
import type { AuditJson } from '../../../report/audit/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { addAudit, auditsOfVersion } from '../../../stores/sql/repositories/audits.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { Change } from '../change.ts';

/** An audit that came with a push: aggregates alone, of decisions that a card names. */
export interface SentAudit {
  readonly use: string;
  /** Place in the card, as `/scores/0`. */
  readonly pointer: string;
  readonly report: AuditJson;
}

/** What lists sort verdicts by. */
export const RANKS = { pass: 0, insufficient: 1, review: 2 } as const;

/**
 * Keeps the audits of one use beside its version; what is there already with the same counts stays as it is.
 * Refusals: `use.invalid-push` where the card names no decisions in that place.
 */
export async function keepAudits(
  { db, at, caller }: Change,
  version: { readonly id: string; readonly useId: string },
  card: CardFact['card'],
  sent: readonly SentAudit[],
  through: string,
): Promise<void> {
  if (sent.length === 0) return;
  const kept = new Map((await auditsOfVersion(db, version.id)).map((one) => [one.pointer, one]));
  for (const { pointer, report } of sent) {
    const score = card.scores?.[Number(pointer.slice('/scores/'.length))];
    if (score?.decisions === undefined) throw unnamed(version.useId, pointer);
    const { countsHash } = report.source;
    if (countsHash !== null && kept.get(pointer)?.countsHash === countsHash) continue;
    await addAudit(db, {
      id: newId('audit', at),
      useId: version.useId,
      versionId: version.id,
      pointer,
      name: score.name,
      source: score.decisions,
      verdict: report.verdict,
      verdictRank: RANKS[report.verdict],
      countsHash,
      report: asJson(report),
      auditedAt: new Date(report.checkedAt),
      sentBy: caller.personId,
      sentThrough: through,
      sentAt: at,
    });
  }
}

const unnamed = (use: string, pointer: string): Refusal =>
  new Refusal(
    problem(
      'use.invalid-push',
      `an audit is of \`${pointer}\` of the use \`${use}\`, where its card names no decisions`,
      'send audits of decisions that the card names, each once',
    ),
  );
