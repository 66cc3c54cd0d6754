import type { ContentHash } from '../../kernel/canonical.ts';
import { CHANNELS, type Channel } from '../../kernel/vocabulary.ts';
import { isSubjectKey, type SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import type { SignalledChoice } from '../../playbook/6-control/signals/signalled-choice.ts';
import type { Sending, ToldFacts } from '../question.ts';

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
  /** `null` where who is meant, a fact or the sending cannot be read, as where a template left it empty; what is owed needs none. */
  readonly subject: SubjectKey | null;
  readonly sending: Sending;
}

/** Reads a TCF or GPP string; `null` where it cannot. */
export type ConsentStringReader = (text: string) => readonly SignalledChoice[] | null;

/** The question, as far as it can be read; `null` where it is none, whatever it is. */
export function readQuestion(
  question: GateQuestion,
  signalsOf: ConsentStringReader | null,
): ReadQuestion | null {
  try {
    const { use, channel, contentHash } = question;
    if (!isName(use) || !CHANNEL_NAMES.has(channel)) return null;
    if (typeof contentHash !== 'string' || !HASH.test(contentHash)) return null;
    const told = orNull(() => readFacts(question.facts, signalsOf));
    const dispatch = orNull(() => readDispatch(question.dispatch));
    const isWhole = told !== null && dispatch !== null;
    return {
      subject: isWhole ? orNull(() => readSubject(question.subject)) : null,
      sending: {
        use,
        channel,
        contentHash: contentHash as ContentHash,
        dispatch: dispatch?.name ?? null,
        told: told ?? {},
      },
    };
  } catch {
    return null;
  }
}

const readSubject = (subject: unknown): SubjectKey | null =>
  typeof subject === 'string' && isSubjectKey(subject) ? subject : null;

const readDispatch = (dispatch: unknown = null): { readonly name: string | null } | null =>
  dispatch === null || isName(dispatch) ? { name: dispatch } : null;

function readFacts(
  facts: GateQuestion['facts'] = {},
  signalsOf: ConsentStringReader | null,
): ToldFacts | null {
  for (const key in facts) if (!FACTS.has(key)) return null;
  const { timeZone, jurisdiction, globalPrivacyControl, consentString } = facts;
  if (!(isAbsent(timeZone) || isName(timeZone)) || !(isAbsent(jurisdiction) || isName(jurisdiction)))
    return null;
  if (!(isAbsent(globalPrivacyControl) || typeof globalPrivacyControl === 'boolean')) return null;
  if (!(isAbsent(consentString) || (typeof consentString === 'string' && consentString.length <= 100_000)))
    return null;
  return consentString === undefined ? facts : { ...facts, signals: signalsOf?.(consentString) ?? null };
}

/** A part of a question that throws while it is read, as a getter of somebody else may, is one that cannot be read. */
function orNull<T>(read: () => T | null): T | null {
  try {
    return read();
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
