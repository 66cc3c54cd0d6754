import { z } from 'zod';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { IDENTIFIER_KINDS } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  type OneClickHeaders,
  oneClickHeaders,
} from '../../../playbook/6-control/preferences/one-click-headers.ts';
import { demand, type View } from '../change.ts';
import { subjectOf } from '../ledger/subject-of.ts';
import { linksOf, type MessageLinks } from './links.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** What a sender asks for, and gets, before a message goes out. */
export const messageLinksShape = {
  asked: z.strictObject({
    identifier: z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: z.string().min(1).max(320) }),
    use: id,
    purpose: z.string().regex(/^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$/),
    channel: z.enum(CHANNELS),
    topic: id.nullable(),
    mailto: z.email().max(254).nullable().default(null),
  }),
  made: z.object({
    unsubscribe: z.string(),
    preferences: z.string(),
    why: z.string(),
    headers: z
      .object({ 'List-Unsubscribe': z.string(), 'List-Unsubscribe-Post': z.string() })
      .nullable()
      .describe(
        'Of RFC 8058; null where this server has no https address, as mail programs then show no button.',
      ),
  }),
};

/** The links and headers of one message to one person; nothing is kept. Refusals: `people.not-allowed`, `ledger.invalid-identifier`. */
export function makeLinks(
  view: View,
  { identifier, use, purpose, channel, topic, mailto }: z.infer<typeof messageLinksShape.asked>,
): MessageLinks & { readonly headers: OneClickHeaders | null } {
  demand(view, 'gate.decide');
  const { ledger, origin } = view.context;
  const subject = subjectOf(ledger, identifier);
  const scope = { purpose, channel, topic };
  const headers = oneClickHeaders(ledger.tokens, origin(), { subject, scope, about: use }, view.at, mailto);
  return {
    ...linksOf(view.context, subject, scope, use),
    headers: headers.ok ? headers.value : null,
  };
}
