import type { Contact } from '../../gate/person-facts.ts';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import {
  matching,
  nullable,
  object,
  oneOf,
  text,
  time,
} from '../../playbook/5-oversight/signatures/shape.ts';
import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';

const from = object({ type: oneOf('contacts-from'), at: time });
const contact = object({
  type: oneOf('contact'),
  subject: matching<SubjectKey>(/^subject:[A-Za-z0-9_-]{43}$/),
  use: text,
  channel: oneOf(...CHANNELS),
  at: time,
  dispatch: nullable(text),
});

type ContactLine =
  | { readonly type: 'contacts-from'; readonly at: Date }
  | { readonly type: 'contact'; readonly subject: SubjectKey; readonly contact: Contact }
  | { readonly type: 'unreadable' };

/**
 * What a snapshot tells beside the feed, so that caps can be held without a server: `contacts-from` says from when on
 * every contact is told, and each `contact` tells one. `null` for lines of the feed itself.
 */
export function readContactLine(line: string): ContactLine | null {
  if (!line.startsWith('{"type":"contact')) return null;
  try {
    const value: unknown = JSON.parse(line);
    if (from(value)) return { type: 'contacts-from', at: new Date(value.at) };
    if (contact(value)) {
      const { subject, use, channel, at, dispatch } = value;
      return { type: 'contact', subject, contact: { use, channel, at: new Date(at), dispatch } };
    }
  } catch {
    // Said by whoever reads the snapshot: the text is none of theirs to see.
  }
  return { type: 'unreadable' };
}
