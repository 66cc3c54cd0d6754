import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  findPersonCopy,
  type PersonCopy,
  type PersonCopyFilter,
  type PersonCopySort,
  pagePersonCopies,
} from '../../../stores/sql/repositories/person-copies.ts';
import { demand, isAllowed, missing, type View } from '../change.ts';
import type { PartProgress } from './collect.ts';
import { openOrder } from './copy-order.ts';

/** A copy as colleagues see it: how far it is, and nothing of whom it is about. */
export interface ShownCopy {
  readonly id: string;
  readonly kind: string;
  readonly request: string | null;
  readonly language: string;
  readonly state: string;
  readonly parts: readonly PartProgress[];
  readonly from: string | null;
  readonly until: string | null;
  /** The code of why it failed. */
  readonly problem: string | null;
  readonly createdAt: string;
  readonly readyAt: string | null;
  /** When it goes, taken or not. */
  readonly endsAt: string;
}

export const shownCopy = (row: PersonCopy): ShownCopy => ({
  id: row.id,
  kind: row.kind,
  request: row.requestId,
  language: row.language,
  state: row.state,
  parts: row.progress as readonly PartProgress[],
  from: row.periodFrom?.toISOString() ?? null,
  until: row.periodUntil?.toISOString() ?? null,
  problem: row.problem,
  createdAt: row.createdAt.toISOString(),
  readyAt: row.readyAt?.toISOString() ?? null,
  endsAt: row.endsAt.toISOString(),
});

/** Copies and dossiers that have not ended, latest first. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showCopies(
  view: View,
  filter: PersonCopyFilter,
  request: PageRequest<PersonCopySort>,
): Promise<Page<ShownCopy>> {
  demand(view, 'access.read');
  const page = await pagePersonCopies(view.db, filter, view.at, request);
  return { ...page, items: page.items.map(shownCopy) };
}

/** One of them, with why it was asked for where it is a dossier. Refusals: `people.not-allowed`, `store.not-found`. */
export async function showCopy(
  view: View,
  id: string,
): Promise<ShownCopy & { readonly purpose: string | null }> {
  demand(view, 'access.read');
  const row = await findPersonCopy(view.db, id, view.at);
  if (row === undefined) throw missing();
  const purpose =
    // Words of a colleague, in which the person may be named: for those who decide.
    row.kind === 'dossier' && row.sealedOrder !== null && isAllowed(view, 'dossier.decide')
      ? openOrder(view.context, id, row.sealedOrder).purpose
      : null;
  return { ...shownCopy(row), purpose };
}

export const notReady = (): Refusal =>
  new Refusal(
    problem(
      'access.not-ready',
      'it is not ready to be taken',
      'wait until its state is `ready`, or look why not',
    ),
  );
