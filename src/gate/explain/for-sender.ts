import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';

/** What would have to change before it may be sent, for whoever plans or sends it. */
const CHANGE: Readonly<Record<ReasonCode, string>> = {
  'question-invalid': 'send every field as the API describes it',
  'use-unknown': 'push the use, or correct its name in the sending system',
  'not-cleared': 'ask for a review on the page of the use, and send once it is cleared',
  'clearance-invalid': 'ask a reviewer to clear the use again',
  'clearance-expired': 'have the use reviewed again',
  'clearance-revoked': 'send what is cleared now, or have the use reviewed again',
  'content-not-cleared': 'send a text that was cleared, or push this one and have it reviewed',
  'condition-not-held':
    'see the conditions on the page of the use and meet them, or ask for a review without the one that cannot be met',
  'channel-not-cleared':
    'send on a channel that was cleared, or add this one to the card and have it reviewed',
  'claim-not-true': 'send when the fact is true again, or take the claim out and have the text reviewed',
  'claim-unknown':
    'have the system that knows tell the fact that the claim rests on, or take the claim out and have the text reviewed',
  'use-stopped': 'see on the page of the use why, mend it, and ask a reviewer to lift the stop',
  'use-paused':
    'see the alarm on the page of the use, mend what caused it, and ask a reviewer to let it run again',
  'stage-full': 'look at how this stage went, and let the owner of the use set the next one',
  'person-unknown': 'name the person by an address, a phone number or a customer id that can be read',
  'choices-unknown':
    'ask again in a minute, and with a consent string that can be read where you send one; if it stays, tell whoever runs Scruple',
  'no-consent': 'ask for consent where the person meets you by themselves',
  'consent-lapsed': 'ask for consent again where the person meets you by themselves',
  'said-no': 'leave it; only the person can take it back, of their own accord',
  'privacy-signal': 'leave it; only the person can change what their browser says',
  'paused-by-person': 'wait until the pause that they asked for ends',
  suppressed:
    'wait for the end of the list, or ask its owner, who stands under Suppression lists with the reason',
  'suppression-unknown': 'ask again in a minute; if it stays, tell whoever runs Scruple',
  'age-unknown': 'send it to people who are known to be of age, or have your customer system tell who is',
  'place-not-cleared': 'add the place to the use and have it reviewed',
  'place-unknown':
    'have your customer system tell where the person may be, and name no zone that does not exist',
  'quiet-hours': 'ask again when the quiet hours are over, or send by a channel that disturbs nobody',
  'contact-cap': 'wait until an earlier contact is old enough, or leave out another message to them',
  'named-twice': 'leave it, as the message goes to the row before',
  'contacts-unknown': 'ask again in a minute; if it stays, tell whoever runs Scruple',
  'lease-spent': 'have the sending system take a new allotment for this sending',
  'feed-stale': 'ask again in a minute; if it stays, look whether the sending system reaches the server',
  protected: 'ask again another time; nothing about you or the message is wrong',
};

/** One sentence: what was seen, and what would have to change. The same for everybody, so that it tells nothing more. */
export const sentenceForSender = (code: ReasonCode): string => SENTENCES[code];

const SENTENCES = Object.fromEntries(
  (Object.keys(REASON_CODES) as ReasonCode[]).map((code) => [code, `${REASON_CODES[code]}: ${CHANGE[code]}`]),
) as Readonly<Record<ReasonCode, string>>;
