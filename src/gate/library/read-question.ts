import type { ContentHash } from '../../kernel/canonical.ts';
import { CHANNELS, type Channel } from '../../kernel/vocabulary.ts';
import { isSubjectKey, type SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import type { SignalledChoice } from '../../playbook/6-control/signals/signalled-choice.ts';
import type { Sending } from '../question.ts';

/** What a sender asks: as over HTTP, but for the person, who is named by their key here. */
export interface GateQuestion {
  readonly use: string;
  readonly subject: string;
  readonly channel: Channel;
  /** The `messageHash` of what is about to be sent. */
  readonly contentHash: string;
  /** The sending that it belongs to; without one nothing but an essential message is permitted. */
  readonly dispatch?: string | null;
  readonly facts?: {
    readonly timeZone?: string;
    readonly jurisdiction?: string;
    readonly globalPrivacyControl?: boolean;
    readonly consentString?: string;
  };
}

export interface ReadQuestion {
  readonly subject: SubjectKey;
  readonly sending: Sending;
}

/** Reads a TCF or GPP string; `null` where it cannot. */
export type ConsentStringReader = (text: string) => readonly SignalledChoice[] | null;

/** The question where it can be read in full; `null` for anything else, whatever it is. */
export function readQuestion(
  question: GateQuestion,
  signalsOf: ConsentStringReader | null,
): ReadQuestion | null {
  try {
    const { use, subject, channel, contentHash, dispatch = null, facts = {} } = question;
    if (!isName(use) || !(dispatch === null || isName(dispatch)) || !CHANNEL_NAMES.has(channel)) return null;
    if (typeof subject !== 'string' || !isSubjectKey(subject)) return null;
    if (typeof contentHash !== 'string' || !HASH.test(contentHash)) return null;
    for (const key in facts) if (!FACTS.has(key)) return null;
    const { timeZone, jurisdiction, globalPrivacyControl, consentString } = facts;
    if (!(isAbsent(timeZone) || isName(timeZone)) || !(isAbsent(jurisdiction) || isName(jurisdiction)))
      return null;
    if (!(isAbsent(globalPrivacyControl) || typeof globalPrivacyControl === 'boolean')) return null;
    if (!(isAbsent(consentString) || (typeof consentString === 'string' && consentString.length <= 100_000)))
      return null;
    return {
      subject,
      sending: {
        use,
        channel,
        contentHash: contentHash as ContentHash,
        dispatch,
        told: consentString === undefined ? facts : { ...facts, signals: signalsOf?.(consentString) ?? null },
      },
    };
  } catch {
    return null;
  }
}

const HASH = /^sha256:[0-9a-f]{64}$/;
const CHANNEL_NAMES: ReadonlySet<unknown> = new Set(CHANNELS);
const FACTS: ReadonlySet<string> = new Set([
  'timeZone',
  'jurisdiction',
  'globalPrivacyControl',
  'consentString',
]);
const isAbsent = (value: unknown): value is undefined => value === undefined;
/** No control characters: names are put side by side with line feeds between. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 200 && /^[^\p{Cc}]+$/u.test(value);
