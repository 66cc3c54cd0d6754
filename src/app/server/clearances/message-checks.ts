import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { pageRows, type RowSorts } from '../../../stores/sql/repositories/page-rows.ts';
import { messageChecks } from '../../check-messages.ts';

export interface MessageCheck {
  readonly id: string;
  readonly title: string;
}

const SORTS = { id: [({ id }) => id], title: [({ title }) => title] } satisfies RowSorts<
  MessageCheck,
  string
>;

/** Checks that can run on each message, by part of their id or title. Refusals: `store.invalid-cursor`. */
export function showMessageChecks(
  { query = '' }: { readonly query?: string | undefined },
  request: PageRequest<keyof typeof SORTS>,
): Page<MessageCheck> {
  const part = query.toLowerCase();
  const named = messageChecks
    .map(({ id, title }) => ({ id, title }))
    .filter(({ id, title }) => `${id}\n${title}`.toLowerCase().includes(part));
  return pageRows(named, SORTS, 'id', request);
}
