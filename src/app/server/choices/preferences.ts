import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../kernel/problem.ts';
import { problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { SeenNotice } from '../../../playbook/6-control/ledger/choice-event.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import { blindedTheme, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { PageChoice, Rhythm, Theme } from '../../../playbook/6-control/preferences/page-choice.ts';
import { isSpared, pausedUntil, type Said, saidTo } from '../../../playbook/6-control/preferences/said.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import { addRhythms, listRhythms } from '../../../stores/sql/repositories/contact-rhythms.ts';
import { listNotices, type StoredNotice } from '../../../stores/sql/repositories/notices.ts';
import type { Store } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { canBeUndone, findChange, type PageChange, rhythmNamed, UNDO_METHOD } from './last-change.ts';
import type { OpenedLink } from './opened-link.ts';
import { completed, draftsOf, idOf, type PageDraft, type PageProof, scopeOf } from './page-draft.ts';
import { type Language, type PageSettings, pageSettingsIn } from './page-settings.ts';

export { choiceOfButton } from '../../../playbook/6-control/preferences/page-choice.ts';

type Shown = Pick<ServerContext, 'ledger' | 'clock'> & { readonly store: Pick<Store, 'read' | 'write'> };

/** What the preference page shows. */
export interface ShownPreferences {
  readonly settings: PageSettings;
  readonly topics: ReadonlyArray<{
    /** `null` where no topics are set up. */
    readonly id: string | null;
    readonly channels: ReadonlyArray<{ readonly channel: Channel; readonly said: Said }>;
  }>;
  /** `null` where nobody chose one: then messages come as they come. */
  readonly rhythm: Rhythm | null;
  readonly pausedUntil: Date | null;
  /** Whether each is spared; `null` on a page that somebody else may look at. */
  readonly themes: ReadonlyArray<{ readonly theme: Theme; readonly isSpared: boolean | null }>;
  /** What a yes agrees to; without it nobody can say yes here. */
  readonly notice: { readonly version: string; readonly text: string; readonly language: string } | null;
  /** The change that was made just now, with whether one press takes it back; `null` where there is none. */
  readonly changed: { readonly change: PageChange; readonly id: string; readonly canUndo: boolean } | null;
  readonly isProven: boolean;
}

/** Shows somebody’s choices. Problems: those of the store. */
export const showPreferences = (
  { store, ledger, clock }: Shown,
  { subject, isProven }: OpenedLink,
  language: Language,
  changeId: string | null,
): Promise<Result<ShownPreferences, Problem>> =>
  store.read(async (db) => {
    const now = clock.now();
    const { settings } = await pageSettingsIn(db);
    const rows = await findChoiceStates(db, subject);
    const states = rows.map(({ state }) => state as ChoiceState);
    const notice = await noticeIn(db, settings, language);
    const change = changeId === null ? null : await findChange(db, ledger, subject, changeId);
    const topics = settings.topics.length === 0 ? [null] : settings.topics.map(({ id }) => id);
    const spared = (theme: Theme): boolean =>
      rows.some(({ subject: key, state }) =>
        isSpared(state as ChoiceState, blindedTheme(ledger.themes, key as SubjectKey, theme)),
      );
    return {
      settings,
      topics: topics.map((id) => ({
        id,
        channels: settings.channels.map((channel) => ({
          channel,
          said: saidTo(states, scopeOf(settings, id, channel), now),
        })),
      })),
      rhythm: rhythmNamed((await listRhythms(db, await keysOf(db, subject)))[0]?.rhythm),
      pausedUntil: pausedUntil(states, now),
      themes: settings.themes.map((theme) => ({ theme, isSpared: isProven ? spared(theme) : null })),
      notice:
        notice === null ? null : { version: notice.version, text: notice.content, language: notice.language },
      changed:
        change === null
          ? null
          : { change, id: changeId!, canUndo: canBeUndone(change, now, notice !== null) },
      isProven,
    };
  });

/**
 * Keeps what one button says, under every key of the person, from the end of this call on. Gives the id of the change;
 * `null` for an undo that came too late.
 * Problems: those of the store, `preferences.unknown-choice`.
 */
export const keepChoice = (
  { store, ledger }: Shown,
  { subject }: OpenedLink,
  choice: PageChoice,
  shown: { readonly language: Language; readonly uiHash: string },
): Promise<Result<string | null, Problem>> =>
  store.write(async (work) => {
    const { db, at } = work;
    const { settings } = await pageSettingsIn(db);
    const notice = await noticeIn(db, settings, shown.language);
    mustBeOffered(choice, settings, notice);
    const proof: PageProof = {
      ...shown,
      at,
      notice: notice === null ? null : seen(notice),
      jurisdiction: settings.jurisdiction,
    };
    const id = randomUUID();
    const keep = async (drafts: readonly PageDraft[], rhythm: Rhythm | null, method: string) => {
      await choose(
        work,
        ledger,
        subject,
        drafts.map((draft, part) => completed(draft, idOf(id, part), proof, method)),
      );
      if (rhythm === null) return;
      const keys = await keysOf(db, subject);
      await addRhythms(
        db,
        keys.map((key) => ({ subject: key, id: idOf(id, 0), rhythm, chosenAt: at })),
      );
    };
    if (choice.does !== 'undo') {
      const states = (await findChoiceStates(db, subject)).map(({ state }) => state as ChoiceState);
      await keep(
        draftsOf(choice, settings, proof, states),
        choice.does === 'rhythm' ? choice.rhythm : null,
        'preference-page',
      );
      return id;
    }
    const change = await findChange(db, ledger, subject, choice.change);
    if (change === null || !canBeUndone(change, at, notice !== null)) return null;
    await keep(change.undo.drafts, change.undo.rhythm, UNDO_METHOD);
    return id;
  });

/** The notice that a yes on the page agrees to: in the language of the page, or else in the one that there is. */
export async function noticeIn(
  db: Database,
  settings: PageSettings,
  language: Language,
): Promise<StoredNotice | null> {
  if (settings.notice === null) return null;
  const all = (await listNotices(db)).filter(({ version }) => version === settings.notice);
  return all.find((notice) => notice.language === language) ?? all[0] ?? null;
}

const seen = ({ version, language, hash }: StoredNotice): SeenNotice => ({ version, language, hash });

function mustBeOffered(choice: PageChoice, settings: PageSettings, notice: StoredNotice | null): void {
  const isCell = choice.does === 'yes' || choice.does === 'no';
  const isOffered =
    (choice.does !== 'yes' || notice !== null) &&
    (!isCell ||
      (settings.channels.includes(choice.channel) &&
        (settings.topics.length === 0
          ? choice.topic === null
          : settings.topics.some(({ id }) => id === choice.topic))));
  if (!isOffered)
    throw new Refusal(
      problem('preferences.unknown-choice', 'this is no choice of the page', 'open the page again'),
    );
}
