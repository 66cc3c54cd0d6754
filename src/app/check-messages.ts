import type { Check } from '../check/define.ts';
import type { CardFact } from '../check/facts/card.ts';
import { type FactStates, known } from '../check/facts/index.ts';
import type { Message, MessageFormat } from '../check/facts/message.ts';
import type { Finding, NotAssessed } from '../check/finding.ts';
import { judge } from '../check/judge.ts';
import { runChecks } from '../check/run.ts';
import { decodeText } from '../kernel/decode-text.ts';
import type { Problem } from '../kernel/problem.ts';
import type { SourceText } from '../kernel/source-text.ts';
import { bindClaims } from '../playbook/4-harm/claims/bind-claims.ts';
import { readContent } from '../playbook/4-harm/content/read-content.ts';
import { readMessage } from '../playbook/4-harm/messages/read-message.ts';
import { detectWording } from '../playbook/4-harm/wording/index.ts';
import type { MessageReport, MessagesReport } from '../report/model.ts';
import { allChecks } from './checks.ts';
import { noFactPorts } from './fact-ports.ts';

export { messageLine } from './message-line.ts';

export interface MessageInput {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** By the ending of the file where it is not given. */
  readonly format?: MessageFormat;
}

/**
 * Judges message files without their cards: wording, claims, what a merge field reveals. What needs a card, a header or a
 * fact is listed as not assessed, and since so much cannot be seen, no verdict is graver than `review`.
 */
export async function checkMessages(
  inputs: readonly MessageInput[],
  options: { readonly at: Date | null },
): Promise<MessagesReport> {
  const now = options.at ?? new Date();
  const messages: MessageReport[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, SourceText>();
  for (const { file, bytes, format } of inputs) {
    const text = decodeText(file, bytes);
    if (!text.ok) {
      problems.push(text.problem);
      continue;
    }
    sources.set(file, text.value);
    const reading = readMessage(text.value, { format });
    problems.push(...reading.problems);
    if (reading.message !== null) messages.push(await judgeMessage(reading.message, now));
  }
  return { checkedAt: now, messages, problems, sources };
}

/** Judges one message by what can be seen in it alone. */
export async function judgeMessage(message: Message, now: Date): Promise<MessageReport> {
  const card = cardOf(message);
  const wording = detectWording(message);
  const claims = await bindClaims({
    card,
    messages: [message],
    wordings: [wording],
    namedFacts: new Map(),
    ports: noFactPorts,
    now,
  });
  const closed = { open: false, because: 'there is no card to show it' };
  const facts: FactStates = {
    card: known(card),
    settings: known({ organisation: '', jurisdictions: [], auditGroups: [], missions: [], purposes: [] }),
    dataMap: known({ fields: [], field: () => undefined }),
    audience: known({ parts: [] }),
    usedFields: known({ used: [] }),
    paths: known({ askedFor: closed, owed: closed, protective: closed }),
    messages: known({ messages: [message] }),
    wording: known({ wordings: [wording] }),
    content: known(readContent([message])),
    claims: known(claims.value),
  };
  const outcomes = runChecks(messageChecks, { kind: card.card.kind, facts, jurisdictions: [], now });
  const verdict = judge(outcomes);
  return {
    file: message.file,
    format: message.format,
    language: message.language,
    messageHash: message.messageHash,
    verdict: verdict === 'block' ? 'review' : verdict,
    findings: outcomes.flatMap(({ findings }) => findings).map(atMostReview),
    notAssessed: [...outcomes.flatMap(({ notAssessed }) => notAssessed), ...needingACard()].sort((a, b) =>
      a.check < b.check ? -1 : 1,
    ),
    checksRun: outcomes.filter(({ notAssessed }) => notAssessed.length === 0).length,
  };
}

/** Without its card a message cannot be shown to break a promise or to press the vulnerable: a person looks. */
const atMostReview = (finding: Finding): Finding =>
  finding.gravity === 'block' ? { ...finding, gravity: 'review' } : finding;

/** The checks about messages that cannot speak without the card. */
const needingACard = (): NotAssessed[] =>
  allChecks
    .filter((check) => !check.withoutCard && isAboutText(check))
    .map(({ id }) => ({ check: id, missing: ['card'], required: false }));

/** The checks that need nothing but a message: they can run on each one as it is rendered. */
export const messageChecks: readonly Check[] = allChecks.filter(
  (check) => check.withoutCard && isAboutText(check),
);

function isAboutText({ needs }: Check): boolean {
  return (
    needs.includes('messages') ||
    needs.includes('wording') ||
    needs.includes('claims') ||
    (needs.includes('content') && !needs.includes('audience'))
  );
}

/** A card that says nothing, for checks that look into one. */
const cardOf = (message: Message): CardFact => ({
  card: { use: 'message', kind: 'campaign' },
  file: message.file,
  at: () => message.whole,
});
