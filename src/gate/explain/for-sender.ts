import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';

/** What would have to change before it may be sent, for whoever plans or sends it. */
const CHANGE: Readonly<Record<ReasonCode, string>> = {
  'question-invalid': 'send every field as the API describes it',
  'use-unknown': 'name a use that was pushed',
  'not-cleared': 'have the use reviewed',
  'clearance-invalid': 'ask a reviewer to clear the use again',
  'clearance-expired': 'have the use reviewed again',
  'clearance-revoked': 'send what is cleared now, or have the use reviewed again',
  'content-not-cleared': 'send a text that was cleared, or have this one reviewed',
  'condition-not-held': 'see the conditions of the clearance and meet them',
  'channel-not-cleared': 'send on a channel that the card of the use names',
  'claim-not-true': 'change the claim, or send when it is true',
  'claim-unknown': 'mend the fact that the claim rests on, so that it can be asked',
  'use-stopped': 'wait until a reviewer lifts the stop',
  'use-paused': 'wait until a reviewer has looked at the alarm',
  'stage-full': 'wait for the next stage',
  'person-unknown': 'name the person by a key that is known here',
  'choices-unknown': 'ask again when the ledger answers, or with a consent string that can be read',
  'no-consent': 'ask for consent where the person meets you by themselves',
  'consent-lapsed': 'ask for consent again where the person meets you by themselves',
  'said-no': 'leave it; only the person can take it back, of their own accord',
  'privacy-signal': 'leave it; only the person can change what their browser says',
  'paused-by-person': 'wait until the pause ends',
  suppressed: 'see the list, its reason and its end, or ask its owner',
  'suppression-unknown': 'ask again when the lists can be read',
  'age-unknown': 'send it to people who are known to be of age',
  'place-not-cleared': 'add the place to the use and have it reviewed',
  'place-unknown':
    'have your customer system tell where the person may be, and name no zone that does not exist',
  'quiet-hours': 'ask again when the quiet hours are over',
  'contact-cap': 'wait until an earlier contact is old enough',
  'named-twice': 'leave it, as the message goes to the row before',
  'contacts-unknown': 'ask again when the contacts can be read',
  'lease-spent': 'take a new allotment from the server',
  'feed-stale': 'ask again when this sender is up to date',
  protected: 'ask again another time; nothing about you or the message is wrong',
};

/** One sentence: what was seen, and what would have to change. The same for everybody, so that it tells nothing more. */
export const sentenceForSender = (code: ReasonCode): string => SENTENCES[code];

const SENTENCES = Object.fromEntries(
  (Object.keys(REASON_CODES) as ReasonCode[]).map((code) => [code, `${REASON_CODES[code]}: ${CHANGE[code]}`]),
) as Readonly<Record<ReasonCode, string>>;
