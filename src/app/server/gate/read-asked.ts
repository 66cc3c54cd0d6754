import { z } from 'zod';
import type { Sending } from '../../../gate/question.ts';
import type { ContentHash } from '../../../kernel/canonical.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { choicesOfGpp, choicesOfTcf } from '../../../playbook/6-control/signals/consent-string-choices.ts';
import type { SignalledChoice } from '../../../playbook/6-control/signals/signalled-choice.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import { askedSubject } from './asked-subject.ts';

const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);

/** What a sender tells of the moment; each can only make the answer stricter. */
const told = z.strictObject({
  timeZone: name.optional().describe('An IANA time zone where the person may be.'),
  jurisdiction: name.optional().describe('Where the person may live, as `eu-de` or `us-ca`.'),
  globalPrivacyControl: z.boolean().optional().describe('The browser of the person sent `Sec-GPC: 1`.'),
  consentString: z.string().max(100_000).optional().describe('A TCF or GPP string.'),
});

export const questionShape = z
  .strictObject({
    use: name,
    subject: z
      .string()
      .min(1)
      .max(400)
      .describe('A key of the ledger, or `email:…`, `phone:…`, `customer:…`; without a kind, a customer id.'),
    channel: z.enum(CHANNELS),
    contentHash: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .describe('The `messageHash` of what is about to be sent.'),
    dispatch: name
      .nullish()
      .describe('One sending of a use: asked again for the same person it is the same contact.'),
    facts: told.optional(),
  })
  .meta({ id: 'GateQuestion' });

/** A question that could be read, or what could not be read of it. */
export type Asked =
  | {
      readonly type: 'asked';
      readonly subject: SubjectKey;
      readonly sending: Sending;
      /** Key of the account that asks, to whom a contact is promised; `null` where nobody is to have it. */
      readonly by: string | null;
    }
  /** The person cannot be told. The use may still be one that needs nobody told. */
  | { readonly type: 'nobody'; readonly sending: Sending }
  /** Who is meant, a fact or the sending is nothing that can be read, as where a template left it empty; what is owed needs neither. */
  | { readonly type: 'garbled'; readonly sending: Sending }
  | { readonly type: 'unreadable' };

/** Reads a question, whatever came. */
export async function readAsked(
  secrets: LedgerSecrets,
  value: unknown,
  by: string | null = null,
): Promise<Asked> {
  const read = questionShape.safeParse(value);
  if (!read.success) return garbled(value);
  const { subject: whom, dispatch = null, facts = {}, contentHash, ...plain } = read.data;
  const { consentString } = facts;
  const signals = consentString === undefined ? {} : { signals: await signalsOf(consentString) };
  const sending: Sending = {
    ...plain,
    contentHash: contentHash as ContentHash,
    dispatch,
    told: { ...(facts as Sending['told']), ...signals },
  };
  const subject = askedSubject(secrets, whom);
  return subject.ok ? { type: 'asked', subject: subject.value, sending, by } : { type: 'nobody', sending };
}

function garbled(value: unknown): Asked {
  const read = garbledShape.safeParse(value);
  if (!read.success) return { type: 'unreadable' };
  const { use, channel, contentHash } = read.data;
  const dispatch = name.safeParse(read.data.dispatch);
  // A place or zone that can be read still makes the hours of calls stricter.
  const facts = told.safeParse(read.data.facts);
  const sending = {
    use,
    channel,
    contentHash: contentHash as ContentHash,
    dispatch: dispatch.success ? dispatch.data : null,
    told: facts.success ? (facts.data as Sending['told']) : {},
  };
  return { type: 'garbled', sending };
}

const garbledShape = questionShape.extend({
  subject: z.unknown().optional(),
  dispatch: z.unknown().optional(),
  facts: z.unknown().optional(),
});

/** What a string of the IAB says; `null` where nobody can read it. */
async function signalsOf(text: string): Promise<readonly SignalledChoice[] | null> {
  // The decoders are large, and most senders never send a string.
  const { iabConsentStrings } = await import('../../../connectors/consent-strings/iab-consent-strings.ts');
  const tcf = iabConsentStrings.readTcf(text);
  if (tcf.ok) return choicesOfTcf(tcf.value, NO_VENDOR).choices;
  const gpp = iabConsentStrings.readGpp(text);
  return gpp.ok ? choicesOfGpp(gpp.value, NO_VENDOR).choices : null;
}

/** No vendor has this number: a string never says yes to us here, and its no counts. */
const NO_VENDOR = 0;
