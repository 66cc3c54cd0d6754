/**
 * Every code that a refusal can carry, with what it says. A code is never taken back or given another meaning: senders
 * branch on it. `protected` stands for everything that would tell something about a person which is not the sender's to
 * know, and is mixed with rests that anybody may get (see `protection/`).
 */
export const REASON_CODES = {
  'question-invalid': 'the question cannot be read',
  'use-unknown': 'no use of this name is known',
  'not-cleared': 'the use has no clearance in force',
  'clearance-invalid': 'the clearance cannot be verified',
  'clearance-expired': 'the clearance has ended',
  'clearance-revoked': 'the clearance was taken back',
  'content-not-cleared': 'what is to be sent is not what was cleared',
  'condition-not-held': 'a condition of the clearance does not hold',
  'channel-not-cleared': 'the channel is not one of the use',
  'claim-not-true': 'a claim of the message is not true now',
  'claim-unknown': 'nobody can say whether a claim of the message is true now',
  'use-stopped': 'somebody stopped the use',
  'use-paused': 'a monitor paused the use',
  'stage-full': 'the stage of the roll-out has its number of sends',
  'person-unknown': 'the person cannot be told from what was given',
  'choices-unknown': 'what the person chose cannot be read, or not freshly enough',
  'no-consent': 'the person never said yes to this',
  'consent-lapsed': 'the yes of the person has ended',
  'said-no': 'the person said no to this',
  'privacy-signal': 'the browser of the person sends Global Privacy Control',
  'paused-by-person': 'the person asked for a pause',
  suppressed: 'the person is on a suppression list',
  'suppression-unknown': 'the suppression lists cannot be read, or not freshly enough',
  'age-unknown': 'the age that this needs is not known',
  'place-not-cleared': 'the law of the place where the person lives is not one that the use was cleared for',
  'place-unknown': 'it is not known whose law holds',
  'quiet-hours': 'it is a quiet hour where the person may be',
  'contact-cap': 'the person has had as many messages as they may get',
  'named-twice': 'the person stands in the list before',
  'contacts-unknown': 'how often the person was reached cannot be read, or not freshly enough',
  'lease-spent': 'the allotment of this sender is used up or has ended',
  'feed-stale': 'what this sender knows is older than it may be',
  protected: 'not now; no more is told about a person',
} as const;

export type ReasonCode = keyof typeof REASON_CODES;
