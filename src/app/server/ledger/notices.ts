import {
  visibleDifference,
  type Change as WordChange,
} from '../../../playbook/5-oversight/clearances/visible-difference.ts';
import type { ChoiceKind } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type Notice, type NoticeTerms, noticeHash } from '../../../playbook/6-control/ledger/notice.ts';
import { countPeopleUnder } from '../../../stores/sql/repositories/choices.ts';
import {
  addNotice,
  findNotice,
  findNoticeBefore,
  type NoticeSort,
  pageNotices,
  type StoredNotice,
} from '../../../stores/sql/repositories/notices.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { say } from '../evidence/say.ts';

export interface ShownNotice extends Notice {
  readonly hash: string;
  readonly publishedAt: string;
}

/** Publishes a notice: from now on people can agree to it, and no word of it ever changes. Refusals: `store.exists`. */
export async function publishNotice(change: Change, notice: Notice): Promise<ShownNotice> {
  demand(change, 'notice.write');
  const { db, at, caller } = change;
  const hash = noticeHash(notice);
  const { version, language, text: content, terms, from } = notice;
  if ((await findNotice(db, hash)) === undefined) {
    await addNotice(db, {
      hash,
      version,
      language,
      content,
      terms: JSON.stringify(terms),
      validFrom: new Date(from),
      publishedAt: at,
    });
    say(change, 'ledger', 'notice.published', { by: caller.account.key, noticeHash: hash });
  }
  return shown((await findNotice(db, hash))!);
}

/** Notices in every version and language, latest first. Refusals: `store.invalid-cursor`. */
export async function showNotices(
  { db }: View,
  filter: { readonly language?: string | undefined; readonly version?: string | undefined },
  request: PageRequest<NoticeSort>,
): Promise<Page<ShownNotice>> {
  const page = await pageNotices(db, filter, request);
  return { ...page, items: page.items.map(shown) };
}

/** One notice, for colleagues. Refusals: `people.not-allowed`, `store.not-found`. */
export async function readNotice(view: View, hash: string): Promise<ShownNotice> {
  demand(view, 'settings.read');
  return showNotice(view, hash);
}

export interface NoticeDifference {
  /** The notice in the same language that was published before it; `null` for the first. */
  readonly since: { readonly version: string; readonly hash: string } | null;
  /** Words of the text that went and came. */
  readonly changes: readonly WordChange[];
}

/** What a notice says otherwise than the one before it. Refusals: `people.not-allowed`, `store.not-found`. */
export async function differenceOfNotice(view: View, hash: string): Promise<NoticeDifference> {
  demand(view, 'settings.read');
  const notice = await findNotice(view.db, hash);
  if (notice === undefined) throw missing();
  const before = await findNoticeBefore(view.db, notice);
  return before === undefined
    ? { since: null, changes: [] }
    : {
        since: { version: before.version, hash: before.hash },
        changes: visibleDifference(before.content, notice.content),
      };
}

/** Of fewer people no count is told: it would be about them. */
const FEWEST_PEOPLE = 5;

/** How many people chose what under a notice; `null` where they are few. Themes that somebody is spared are left out. */
export type NoticeUse = ReadonlyArray<{ readonly kind: ChoiceKind; readonly people: number | null }>;

/** Refusals: `people.not-allowed`, `store.not-found`. */
export async function useOfNotice(view: View, hash: string): Promise<{ readonly kinds: NoticeUse }> {
  const { hash: known } = await readNotice(view, hash);
  const counts = await countPeopleUnder(view.db, known);
  return {
    kinds: counts
      .filter(({ kind }) => !kind.startsWith('theme-'))
      .map(({ kind, people }) => ({
        kind: kind as ChoiceKind,
        people: people < FEWEST_PEOPLE ? null : people,
      })),
  };
}

export async function showNotice({ db }: Pick<View, 'db'>, hash: string): Promise<ShownNotice> {
  const notice = await findNotice(db, hash);
  if (notice === undefined) throw missing();
  return shown(notice);
}

const shown = (row: StoredNotice): ShownNotice => ({
  hash: row.hash,
  version: row.version,
  language: row.language,
  text: row.content,
  from: row.validFrom.toISOString(),
  terms: row.terms as NoticeTerms,
  publishedAt: row.publishedAt.toISOString(),
});
