import { basename } from 'node:path';
import type { ContentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import { readDefinitions } from '../definition-files.ts';
import { readMessages } from '../read-parts.ts';
import { cardOf } from '../use-cards.ts';
import { openWorkspace } from '../workspace.ts';

/** What of a use is about to be sent, and how. */
export interface SentContent {
  readonly channel: Channel;
  readonly contentHash: ContentHash;
}

/**
 * The message of a use as it lies in a workspace now, so that one that was changed after it was cleared is refused. Where
 * the card leaves a choice of channel or message, it must be made. Problems: those of reading the files, `usage.invalid`.
 */
export async function sentContent(
  folder: string,
  use: string,
  chosen: { readonly channel: Channel | null; readonly message: string | null },
): Promise<Result<SentContent, Problem>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  if (!workspace.value.uses.includes(use))
    return fail(
      problem(
        'card.unknown-use',
        `the workspace \`${basename(folder)}\` has no use \`${use}\``,
        'name a use of it, or give --channel and --content-hash',
      ),
    );
  const reading = await cardOf(workspace.value, use);
  if (!reading.ok) return reading;
  const { fact, problems } = reading.value;
  if (fact === null) return fail(problems[0]!);
  const definitions = await readDefinitions(fact, workspace.value.files);
  const { value: messages, problems: unread } = readMessages(fact, definitions.files, undefined);
  if (unread[0] !== undefined) return fail(unread[0]);
  const channel = onlyOne(chosen.channel, fact.card.channels ?? [], 'channel');
  if (!channel.ok) return channel;
  const mine = messages.filter((one) => one.channel === null || one.channel === channel.value);
  const file = onlyOne(
    chosen.message,
    mine.map((one) => one.file),
    'message',
  );
  if (!file.ok) return file;
  return ok({
    channel: channel.value,
    contentHash: messages.find((one) => one.file === file.value)!.messageHash,
  });
}

function onlyOne<T extends string>(
  chosen: T | null,
  there: readonly T[],
  what: 'channel' | 'message',
): Result<T, Problem> {
  const names = there.length === 0 ? 'none' : there.join(', ');
  if (chosen !== null)
    return there.includes(chosen)
      ? ok(chosen)
      : fail(
          problem(
            'usage.invalid',
            `the card has no ${what} \`${chosen}\`: it has ${names}`,
            `name one of them`,
          ),
        );
  if (there.length === 1) return ok(there[0]!);
  return fail(
    problem(
      'usage.invalid',
      `which ${what} of the card is sent is not said: it has ${names}`,
      `name it with --${what}`,
    ),
  );
}
