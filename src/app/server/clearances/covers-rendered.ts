import type { MessageReference, UseCard } from '../../../check/facts/card.ts';
import type { Message, MessageFormat } from '../../../check/facts/message.ts';
import type { ContentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { formatOf, readMessage } from '../../../playbook/4-harm/messages/read-message.ts';
import type { Condition } from '../../../playbook/5-oversight/clearances/condition.ts';
import { covers, type RenderedMessage } from '../../../playbook/5-oversight/clearances/covers.ts';
import { renderedFrom } from '../../../playbook/5-oversight/clearances/rendered-from.ts';
import type { Envelope } from '../../../playbook/5-oversight/clearances/statement.ts';
import { findClearance } from '../../../stores/sql/repositories/clearances.ts';
import { findStopInForce } from '../../../stores/sql/repositories/stops.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { judgeMessage, messageChecks } from '../../check-messages.ts';
import { messageReference } from '../../definition-files.ts';
import { missing, need, type View } from '../change.ts';
import { seenUse } from '../uses/standing.ts';
import { comparableOf } from '../uses/stored-version.ts';
import { promotionalIn, slotOf, textOf } from '../uses/use-content.ts';
import { payloadOf } from './show.ts';

/** A message as it is about to be sent. */
export interface AskedMessage {
  /** `messageHash` of the cleared text that it is made from. */
  readonly template: string;
  readonly text: string;
  readonly subject?: string | undefined;
  readonly channel: Channel;
  /** Where each slot was filled from. */
  readonly slots: Envelope['slots'];
}

export interface Coverage {
  readonly isCovered: boolean;
  readonly messageHash: string;
  /** Why it is not covered; `null` where it is. */
  readonly problem: Pick<Problem, 'code' | 'message' | 'hint'> | null;
  /** What must be held elsewhere: caps, monitors, what only a person can see to. */
  readonly conditions: readonly Condition[];
  /** Checks that were run on it, and those that found something. */
  readonly assessed: readonly string[];
  readonly found: readonly string[];
}

/**
 * Whether a clearance covers a message: whether it is in force, whether the text is what was cleared but for its slots,
 * whether these come from where they may, and whether the checks that must stay silent do. All is looked at here, but
 * where a slot was filled from, which is the sender's word. Refusals: `store.not-found`, `message.invalid`.
 */
export async function coversRendered(view: View, id: string, asked: AskedMessage): Promise<Coverage> {
  const row = await findClearance(view.db, id);
  if (row === undefined) throw missing();
  await seenUse(view, row.useId);
  const version = (await findUseVersion(view.db, row.versionId))!;
  const template = await templateOf(view, version, asked.template);
  const message = need(read(asked, template));
  const report = await judgeMessage(message, view.at);
  const assessed = messageChecks
    .map(({ id: check }) => check)
    .filter((check) => !report.notAssessed.some((one) => one.check === check));
  const found = [...new Set(report.findings.map(({ check }) => check))];
  const inForce =
    row.voidedAt !== null
      ? refused('clearance.revoked', `the clearance was taken back (${row.voidReason})`)
      : row.expiresAt <= view.at
        ? refused('clearance.expired', `the clearance ended on ${row.expiresAt.toISOString()}`)
        : (await findStopInForce(view.db, row.useId)) === undefined
          ? ok(null)
          : refused('clearance.not-covered', 'the use is stopped');
  const rendered = inForce.ok ? renderingOf(asked, template, message) : inForce;
  const covered = rendered.ok
    ? covers(
        payloadOf(row).payload,
        {
          messageHash: message.messageHash,
          rendered: rendered.value,
          channel: asked.channel,
          assessed,
          found,
          isPromotional: promotionalIn([message]).length > 0,
        },
        view.at,
      )
    : rendered;
  return {
    isCovered: covered.ok,
    messageHash: message.messageHash,
    problem: covered.ok ? null : covered.problem,
    conditions: covered.ok ? covered.value : [],
    assessed,
    found,
  };
}

interface Cleared {
  readonly message: Message;
  readonly reference: MessageReference;
  readonly text: string;
}

/** The cleared text of this hash; `null` where there is none. */
async function templateOf({ db }: View, version: UseVersion, hash: string): Promise<Cleared | null> {
  const { files } = await comparableOf(db, version);
  for (const reference of ((version.card as UseCard).messages ?? []).map(messageReference)) {
    const file = files.find(({ path }) => path === `uses/${version.useId}/${reference.file}`);
    const message = file === undefined ? null : readMessage(sourceOf(file), reference).message;
    if (message?.messageHash === hash) return { message, reference, text: file!.text };
  }
  return null;
}

const sourceOf = ({ path, text }: { readonly path: string; readonly text: string }) =>
  new SourceText(path, text);

/** The message as it was handed over, read as its template was. */
function read({ text, subject, channel }: AskedMessage, template: Cleared | null): Result<Message, Problem> {
  const file = template?.message.file ?? 'message.html';
  // MJML is compiled before it is sent.
  const format: MessageFormat = formatOf(file) === 'mjml' ? 'html' : (formatOf(file) ?? 'html');
  const { message, problems } = readMessage(new SourceText(file, text), {
    ...template?.reference,
    ...(subject === undefined ? {} : { subject }),
    channel,
    format,
  });
  if (message !== null) return ok(message);
  return fail(
    problems[0] ?? problem('message.invalid', 'the message cannot be read', 'send the text as it goes out'),
  );
}

/** How the message was made from its template; `null` where it is sent as it was cleared. */
function renderingOf(
  asked: AskedMessage,
  template: Cleared | null,
  message: Message,
): Result<RenderedMessage['rendered'], Problem> {
  const { template: hash, slots } = asked;
  if (message.messageHash === hash) return ok(null);
  if (template === null)
    return refused('clearance.not-covered', 'the text is none of those that were cleared');
  const rendering = renderedFrom(
    {
      source: composed(template.message, template.text),
      tags: template.message.mergeTags.map((tag) => ({ written: tag.source, name: slotOf(tag) })),
    },
    composed(message, asked.text),
  );
  if (rendering.type === 'other') return refused('clearance.not-covered', rendering.says);
  for (const { name, value } of rendering.filled) {
    const slot = slots.find((one) => one.name === name);
    if (slot === undefined)
      return refused('clearance.not-covered', `nothing says where \`${name}\` was filled from`);
    if (slot.source.type === 'field' && /[<>]/.test(value))
      return refused('clearance.not-covered', `\`${name}\` brings markup into the message`);
  }
  return ok({ template: hash as ContentHash, slots, claims: [] });
}

/** Subject, preheader and text as one, as a version keeps them. */
const composed = (message: Message, text: string): string =>
  textOf(message, new Map([[message.file, new SourceText(message.file, text)]])).source;

const refused = (
  code: 'clearance.revoked' | 'clearance.expired' | 'clearance.not-covered',
  says: string,
): Result<never, Problem> => fail(problem(code, says, 'send what was cleared, or have this reviewed'));
