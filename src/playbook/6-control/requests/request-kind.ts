/**
 * What a person can ask of the organisation. `stop` is the objection of the why page to what one use is for; `object`
 * names its purpose, or means all direct marketing; `opt-out-sale` is a no to what Global Privacy Control is a no to (Cal.
 * Civ. Code § 1798.120); `restrict` asks that data is kept and used for nothing else for a time (GDPR art. 18); `contest`
 * asks for a person to look at one decision again.
 */
export const REQUEST_KINDS = [
  'access',
  'portability',
  'correct',
  'erase',
  'restrict',
  'object',
  'opt-out-sale',
  'opt-out-profiling',
  'stop',
  'contest',
  'talk',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How much an access is to show: what kinds of data there are, or the data. */
export const ACCESS_DETAILS = ['categories', 'specific'] as const;
export type AccessDetail = (typeof ACCESS_DETAILS)[number];

/** Those that count in the ledger of choices from the moment they are made. */
export const OBJECTIONS: readonly RequestKind[] = ['object', 'opt-out-sale', 'opt-out-profiling', 'stop'];

/** Those that end only when every source that holds data of the person has said what was done there. */
export const DONE_IN_SOURCES: readonly RequestKind[] = ['erase', 'correct'];
