import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { SeenNotice } from '../../../playbook/6-control/ledger/choice-event.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { monthsLater, type PageChoice } from '../../../playbook/6-control/preferences/page-choice.ts';
import { yesesTo } from '../../../playbook/6-control/preferences/said.ts';
import type { PageSettings } from './page-settings.ts';

/** How a choice on the page came to be, as its proof says it. */
export interface PageProof {
  readonly language: string;
  /** Of every text that the page shows in this language. */
  readonly uiHash: string;
  readonly notice: SeenNotice | null;
  readonly jurisdiction: string | null;
  readonly at: Date;
}

/** What the ledger is told of one choice on the page; nothing of an undo or a rhythm, which are told otherwise. */
export function draftsOf(
  choice: PageChoice,
  settings: PageSettings,
  proof: PageProof,
  states: readonly ChoiceState[],
): readonly PageDraft[] {
  switch (choice.does) {
    case 'yes':
    case 'no': {
      const scope = scopeOf(settings, choice.topic, choice.channel);
      return choice.does === 'no'
        ? [{ kind: 'withdrawn', scope }]
        : yesesTo(states, scope).map((one) => ({ kind: 'given', scope: one }));
    }
    case 'all-off':
      return [{ kind: 'objected', scope: EVERYTHING }];
    case 'pause':
      return [{ kind: 'paused', scope: EVERYTHING, pausedUntil: monthsLater(proof.at, choice.months) }];
    case 'resume':
      return [{ kind: 'paused', scope: EVERYTHING, pausedUntil: proof.at }];
    case 'spare':
      return [{ kind: 'theme-spared', scope: EVERYTHING, theme: choice.theme }];
    case 'welcome':
      return [{ kind: 'theme-welcome', scope: EVERYTHING, theme: choice.theme }];
    default:
      return [];
  }
}

/** What differs from one choice on the page to another. */
export interface PageDraft {
  readonly kind: ChoiceDraft['kind'];
  readonly scope: Scope;
  readonly theme?: string;
  readonly pausedUntil?: Date;
}

/** Where no topics are set up there is one choice for each channel, for all direct marketing on it. */
export const scopeOf = (
  { topics }: Pick<PageSettings, 'topics'>,
  topic: string | null,
  channel: Scope['channel'],
): Scope => ({
  purpose: topics.find(({ id }) => id === topic)?.purpose ?? 'marketing.communications',
  channel,
  topic,
});

/** Ids of one change begin alike, so that its parts are found together. */
export const idOf = (change: string, part: number | ''): string => `page-${change}-${part}`;

export const completed = (draft: PageDraft, id: string, proof: PageProof, method: string): ChoiceDraft => ({
  id,
  kind: draft.kind,
  scope: draft.scope,
  theme: draft.theme ?? null,
  at: proof.at.toISOString(),
  validUntil: null,
  pausedUntil: draft.pausedUntil?.toISOString() ?? null,
  confirms: null,
  proof: {
    notice: draft.kind === 'given' ? proof.notice : null,
    uiHash: proof.uiHash,
    language: proof.language,
    method,
    actor: 'person',
    jurisdiction: proof.jurisdiction,
    sourceSystem: 'scruple',
  },
});
