import type { ContentHash } from '../../kernel/canonical.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import { answerAcross, answerTo } from '../../playbook/6-control/ledger/answer.ts';
import type { ChoiceState } from '../../playbook/6-control/ledger/choice-state.ts';
import type { Outcome } from '../decision.ts';
import { ordinaryPart } from '../protection/protected-choices.ts';

/** What can be wrong with something that was sent already. */
export const SEND_FLAWS = {
  uncleared: 'it was sent while the use had no clearance in force',
  changed: 'what was sent is not what was cleared',
  refused: 'it was sent although the gate had answered otherwise',
  'after-no': 'it was sent to somebody who had said no before',
} as const;
export type SendFlaw = keyof typeof SEND_FLAWS;

/** A message that was sent, as the system that sent it tells. */
export interface SentMessage {
  readonly at: Date;
  readonly channel: Channel | null;
  /** Hash of the text; `null` where the system told none. */
  readonly contentHash: ContentHash | null;
}

/** What was known when it was sent; `null` for each part that cannot be told. */
export interface KnownThen {
  /** Of the clearance that was in force: its class and the texts that it covers. */
  readonly clearance: { readonly isEssential: boolean; readonly texts: ReadonlySet<string> } | null;
  readonly purpose: string | null;
  /** The last answer of the gate about this use and person up to then. */
  readonly lastAnswer: Outcome | null;
  /** What the person chose, under every key of theirs. */
  readonly choices: readonly ChoiceState[] | null;
}

/**
 * What was wrong with a message, looked at afterwards. Of what is protected nothing is looked at: an incident is read by
 * those who send. What is essential may go whatever a person chose and whatever else the gate answered.
 */
export function flawsOfSend(
  { at, channel, contentHash }: SentMessage,
  known: KnownThen,
): readonly SendFlaw[] {
  const { clearance, lastAnswer, choices, purpose } = known;
  if (clearance === null) return ['uncleared'];
  const changed: readonly SendFlaw[] =
    contentHash !== null && !clearance.texts.has(contentHash) ? ['changed'] : [];
  if (clearance.isEssential) return changed;
  const refused: readonly SendFlaw[] = lastAnswer === 'deny' || lastAnswer === 'hold' ? ['refused'] : [];
  const hadSaidNo = choices !== null && purpose !== null && saidNo(choices, purpose, channel, at);
  return [...changed, ...refused, ...(hadSaidNo ? (['after-no'] as const) : [])];
}

/** A no of before the message. What came after it excuses nothing and blames nothing. */
function saidNo(
  choices: readonly ChoiceState[],
  purpose: string,
  channel: Channel | null,
  at: Date,
): boolean {
  const question = { purpose, channel, topics: [], themes: [], needsConsent: false };
  const answers = choices.map((state) => answerTo(before(ordinaryPart(state), at), question, at));
  return answers.length > 0 && !answerAcross(answers).permitted;
}

const before = (state: ChoiceState, at: Date): ChoiceState =>
  Object.fromEntries(Object.entries(state).filter(([, standing]) => standing.at < at.getTime()));
