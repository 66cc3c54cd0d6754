import { markAnswer, type PracticeCase } from '../../../playbook/5-oversight/practice/practice-case.ts';
import type { ReviewDecision } from '../../../playbook/5-oversight/reviews/event.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  addPracticeAnswer,
  addPracticeCase,
  type PracticeCase as CaseRow,
  changePracticeCase,
  findPracticeCase,
  listPracticeCases,
  type PracticeCaseSort,
} from '../../../stores/sql/repositories/practice.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import { type Change, demand, missing, need, type View } from '../change.ts';

/** A practice case as reviewers see it: what is wrong with it is shown after the answer alone. */
export interface ShownCase {
  readonly id: string;
  readonly title: string;
  readonly material: string;
  readonly announcedAt: string | null;
  readonly isAnswered: boolean;
  readonly version: number;
}

export interface CaseInput {
  readonly title: string;
  readonly material: string;
  readonly flaw: PracticeCase['flaw'];
}

/** Adds a case; nobody answers it before it was announced. */
export async function addCase(change: Change, { title, material, flaw }: CaseInput): Promise<ShownCase> {
  demand(change, 'settings.write');
  const { db, at } = change;
  const row = await addPracticeCase(db, {
    id: newId('practice', at),
    title,
    material: asJson({ text: material }),
    expected: asJson(flaw),
    createdAt: at,
  });
  return shown(row, false);
}

/** Records that reviewers were told of practice cases and what they are for. */
export async function announceCase(change: Change, id: string, version: number): Promise<ShownCase> {
  demand(change, 'settings.write');
  return shown(await changePracticeCase(change.db, id, version, { announcedAt: change.at }), false);
}

/** Cases that were announced; administrators see the others too. */
export async function showCases(
  view: View,
  { announced }: { readonly announced?: boolean | undefined },
  request: PageRequest<PracticeCaseSort>,
): Promise<Page<ShownCase>> {
  const { account, personId } = view.caller;
  if (announced === false && !account.roles.includes('administrator')) return { items: [], next: null };
  const isAnnounced = account.roles.includes('administrator') ? announced : true;
  const page = await listPracticeCases(view.db, { isAnnounced }, request);
  const answered = await view.db
    .selectFrom('practiceAnswers')
    .select('caseId')
    .where('reviewerId', '=', personId ?? '')
    .execute();
  return {
    ...page,
    items: page.items.map((row) =>
      shown(
        row,
        answered.some(({ caseId }) => caseId === row.id),
      ),
    ),
  };
}

/** Takes one's answer, once, and says what was wrong. Refusals: `practice.not-announced`, `store.exists`. */
export async function answerCase(
  change: Change,
  id: string,
  decision: ReviewDecision,
): Promise<{ readonly isCaught: boolean; readonly flaw: PracticeCase['flaw'] }> {
  const { db, at, caller } = change;
  demand(change, 'statistics.read-own', { about: caller.account.key });
  const row = await findPracticeCase(db, id);
  if (row === undefined || caller.personId === null) throw missing();
  const { answer, flaw } = need(
    markAnswer(
      {
        id,
        title: row.title,
        flaw: row.expected as PracticeCase['flaw'],
        announcedAt: row.announcedAt?.toISOString() ?? null,
      },
      caller.account.key,
      decision,
      at,
    ),
  );
  await addPracticeAnswer(db, {
    caseId: id,
    reviewerId: caller.personId,
    answer: asJson({ decision }),
    isCaught: answer.isCaught,
    answeredAt: at,
  });
  return { isCaught: answer.isCaught, flaw };
}

const shown = (row: CaseRow, isAnswered: boolean): ShownCase => ({
  id: row.id,
  title: row.title,
  material: (row.material as { readonly text: string }).text,
  announcedAt: row.announcedAt?.toISOString() ?? null,
  isAnswered,
  version: row.version,
});
