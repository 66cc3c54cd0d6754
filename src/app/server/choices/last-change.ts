import type { ChoiceEvent } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type ChoiceState, foldChoices } from '../../../playbook/6-control/ledger/choice-state.ts';
import { EVERYTHING, refuses } from '../../../playbook/6-control/ledger/scope.ts';
import { blindedTheme, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  RHYTHMS,
  type Rhythm,
  THEMES,
  type Theme,
} from '../../../playbook/6-control/preferences/page-choice.ts';
import { isSpared, livingYeses, pausedUntil, saidTo } from '../../../playbook/6-control/preferences/said.ts';
import { listChoices } from '../../../stores/sql/repositories/choices.ts';
import { listRhythms } from '../../../stores/sql/repositories/contact-rhythms.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import { choiceOf } from '../ledger/stored-choice.ts';
import { idOf, type PageDraft } from './page-draft.ts';

/** How long a change can be taken back with one press. */
export const UNDO_MS = 60_000;
/** A page that was opened in time is pressed a little later. */
const GRACE_MS = 5_000;

export const UNDO_METHOD = 'preference-page-undo';

/** One change that was made on the page, and what would take it back. */
export interface PageChange {
  readonly events: readonly ChoiceEvent[];
  readonly rhythm: Rhythm | null;
  /** The theme that it is about; `null` where it is about none. */
  readonly theme: Theme | null;
  readonly isUndo: boolean;
  readonly undo: { readonly drafts: readonly PageDraft[]; readonly rhythm: Rhythm | null };
  readonly madeAt: Date;
}

/** A change of this person by its id; `null` where there is none. Read from the ledger, so that no word of it is made up. */
export async function findChange(
  db: Database,
  secrets: LedgerSecrets,
  subject: SubjectKey,
  change: string,
): Promise<PageChange | null> {
  const events = (await listChoices(db, [subject])).map(choiceOf);
  const isOfChange = ({ id }: { readonly id: string }): boolean => id.startsWith(idOf(change, ''));
  const made = events.filter(isOfChange);
  const rhythms = await listRhythms(db, [subject]);
  const rhythm = rhythms.find(isOfChange);
  if (made.length === 0 && rhythm === undefined) return null;
  const madeAt = rhythm?.chosenAt ?? new Date(made[0]!.at);
  const before = foldChoices(events.filter((one) => !isOfChange(one) && new Date(one.at) <= madeAt));
  const rhythmBefore = rhythms.find((one) => !isOfChange(one) && one.chosenAt <= madeAt)?.rhythm ?? 'any';
  return {
    events: made,
    rhythm: rhythmNamed(rhythm?.rhythm),
    theme: made[0] === undefined ? null : themeOf(made[0], secrets),
    isUndo: made.some(({ proof }) => proof.method === UNDO_METHOD),
    madeAt,
    undo: {
      drafts: made.flatMap((event) => undoing(event, before, secrets)),
      rhythm: rhythm === undefined || rhythm.rhythm === rhythmBefore ? null : rhythmNamed(rhythmBefore),
    },
  };
}

/** Whether it can be taken back now: in its minute, where anything was changed by it, and a yes can be given anew. */
export const canBeUndone = (change: PageChange, now: Date, canSayYes: boolean): boolean =>
  !change.isUndo &&
  now.getTime() - change.madeAt.getTime() <= UNDO_MS + GRACE_MS &&
  (change.undo.rhythm !== null || change.undo.drafts.length > 0) &&
  (canSayYes || change.undo.drafts.every(({ kind }) => kind !== 'given'));

export const rhythmNamed = (text: string | undefined): Rhythm | null =>
  RHYTHMS.find((one) => one === text) ?? null;

const themeOf = ({ subject, theme }: ChoiceEvent, secrets: LedgerSecrets): Theme | null =>
  theme === null
    ? null
    : (THEMES.find((one) => blindedTheme(secrets.themes, subject, one) === theme) ?? null);

/** What brings back what was before. A first no takes nothing away that was given, so there is nothing to bring back. */
function undoing(event: ChoiceEvent, before: ChoiceState, secrets: LedgerSecrets): readonly PageDraft[] {
  const at = new Date(event.at);
  switch (event.kind) {
    case 'given':
      return saidTo([before], event.scope, at) === 'yes' ? [] : [{ kind: 'withdrawn', scope: event.scope }];
    case 'withdrawn':
    case 'objected':
      return livingYeses(before, at)
        .filter((yes) => refuses(event.scope, yes, event.kind === 'objected'))
        .map((scope) => ({ kind: 'given', scope }));
    case 'paused':
      return [{ kind: 'paused', scope: EVERYTHING, pausedUntil: pausedUntil([before], at) ?? at }];
    case 'theme-spared':
    case 'theme-welcome': {
      const theme = themeOf(event, secrets);
      const wasSpared = isSpared(before, event.theme ?? '');
      if (theme === null || wasSpared === (event.kind === 'theme-spared')) return [];
      return [{ kind: wasSpared ? 'theme-spared' : 'theme-welcome', scope: EVERYTHING, theme }];
    }
    default:
      return [];
  }
}
