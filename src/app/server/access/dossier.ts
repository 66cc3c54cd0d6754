import type { Explanation } from '../../../playbook/5-oversight/explanations/explanation.ts';
import { tellExplanation } from '../../../playbook/5-oversight/explanations/tell.ts';
import type { NotAnswered } from '../../../playbook/6-control/access/access-document.ts';
import type { ChoiceEvent } from '../../../playbook/6-control/ledger/choice-event.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { listChoices } from '../../../stores/sql/repositories/choices.ts';
import { listClearances } from '../../../stores/sql/repositories/clearances.ts';
import { listDecisionsAbout } from '../../../stores/sql/repositories/decisions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { type ShownNotice, showNotice } from '../ledger/notices.ts';
import { choiceOf } from '../ledger/stored-choice.ts';
import { gateDecisionsOf, sendsTo, type ToldGateDecision, type ToldSend } from './gate-data.ts';
import { requestsAbout, type ToldRequest } from './requests-about.ts';

export interface DossierDecision {
  readonly use: string;
  readonly decidedBy: string;
  readonly outcome: string;
  readonly decidedAt: string;
  /** The clearance that was in force for the use at that time; `null` where none was. */
  readonly clearance: string | null;
  readonly versionId: string;
  readonly headline: string;
  readonly reasons: readonly string[];
}

/** What is on record about one person for a time, for an authority that asks. */
export interface Dossier {
  readonly organisation: string;
  readonly madeAt: string;
  readonly from: string;
  readonly until: string;
  readonly purpose: string;
  readonly notices: readonly ShownNotice[];
  /** Those before the time too, since what stood at its beginning counts in it. Without themes that the person is spared. */
  readonly choices: ReadonlyArray<Omit<ChoiceEvent, 'theme'>>;
  readonly decisions: readonly DossierDecision[];
  /** What the gate decided, with the clearance that it went by. */
  readonly gate: readonly ToldGateDecision[];
  readonly sends: readonly ToldSend[];
  readonly requests: readonly ToldRequest[];
  /** Uses that decided about the person, or that they asked about. */
  readonly uses: readonly string[];
  readonly notAnswered: readonly NotAnswered[];
}

/** Gathers a dossier from our own store. `pseudonyms` are ids under which decisions may stand. */
export async function gatherDossier(
  db: Database,
  context: Pick<ServerContext, 'gate'>,
  subjects: readonly SubjectKey[],
  pseudonyms: readonly string[],
  about: Pick<Dossier, 'organisation' | 'madeAt' | 'purpose'> & { readonly from: Date; readonly until: Date },
): Promise<Dossier> {
  const { from, until } = about;
  const isIn = (at: Date): boolean => at >= from && at < until;
  const choices = (await listChoices(db, subjects))
    .filter(({ theme, at }) => theme === null && at < until)
    .map(choiceOf)
    .map(({ theme: _, ...choice }) => choice);
  const notices: ShownNotice[] = [];
  for (const hash of new Set(choices.flatMap(({ proof }) => proof.notice?.hash ?? [])))
    notices.push(await showNotice({ db }, hash));
  const decisions: DossierDecision[] = [];
  for (const one of await listDecisionsAbout(db, [...subjects, ...pseudonyms], new Date(about.madeAt))) {
    if (!isIn(one.decidedAt)) continue;
    const told = tellExplanation(one.explanation as Explanation, null, {
      whom: 'employee',
      isUnmasked: false,
      outcome: one.outcome,
    });
    decisions.push({
      use: one.useId,
      decidedBy: one.decider,
      outcome: one.outcome,
      decidedAt: one.decidedAt.toISOString(),
      clearance: await clearanceAt(db, one.useId, one.decidedAt),
      versionId: one.versionId,
      headline: told.headline,
      reasons: told.reasons.map(({ says }) => says),
    });
  }
  const requests = (await requestsAbout(db, subjects)).filter(({ askedAt }) => isIn(new Date(askedAt)));
  const gate = (await gateDecisionsOf(db, context, subjects)).filter(({ decidedAt }) =>
    isIn(new Date(decidedAt)),
  );
  const sends = (await sendsTo(db, subjects)).filter(({ at }) => isIn(new Date(at)));
  return {
    ...about,
    from: from.toISOString(),
    until: until.toISOString(),
    notices,
    choices,
    decisions,
    gate,
    sends,
    requests,
    uses: [
      ...new Set([
        ...[...decisions, ...gate, ...sends].map(({ use }) => use),
        ...requests.flatMap(({ use }) => use ?? []),
      ]),
    ].sort(),
    notAnswered: [
      {
        part: 'sends that nobody told us of',
        because:
          'decisions of the gate are kept for 90 days and contacts for 91; what was sent otherwise is with the systems that send',
      },
      {
        part: 'values behind a decision',
        because: 'they are kept sealed for 30 days and shown to the person alone',
      },
    ],
  };
}

/** The clearance of a use that was in force at a time. */
async function clearanceAt(db: Database, useId: string, at: Date): Promise<string | null> {
  for (let after: string | undefined; ; ) {
    const page = await listClearances(db, { useId }, { limit: 500, after });
    const found = page.items.find(
      ({ issuedAt, expiresAt, voidedAt }) =>
        issuedAt <= at && expiresAt > at && (voidedAt === null || voidedAt > at),
    );
    if (found !== undefined) return found.id;
    if (page.next === null) return null;
    after = page.next;
  }
}
