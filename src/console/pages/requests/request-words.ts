/** What people ask for, in words. */
export const REQUEST_KINDS: Readonly<Record<string, string>> = {
  access: 'access to their data',
  portability: 'their data to take along',
  correct: 'correction',
  erase: 'erasure',
  restrict: 'no use of their data for a time',
  object: 'objection',
  'opt-out-sale': 'no sale and no sharing',
  'opt-out-profiling': 'no profiling',
  stop: 'stop this use',
  contest: 'contest of a decision',
  talk: 'talk to a person',
};

export const REQUEST_STATES: Readonly<Record<string, string>> = {
  open: 'nobody has taken it',
  'needs-proof': 'waits for a proof from the person',
  'in-progress': 'in work',
  answered: 'answered',
  refused: 'refused',
  withdrawn: 'taken back',
};

/** What happened to a request, step by step. */
export const REQUEST_STEPS: Readonly<Record<string, string>> = {
  opened: 'was asked',
  'proof-asked': 'the person was asked for a proof of who they are',
  proven: 'the person proved it',
  'not-proven': 'an identifier was named that is not theirs',
  taken: 'was taken',
  considered: 'a person looked at what the machine did not have',
  extended: 'the time was extended',
  effected: 'was carried out here',
  'destinations-asked': 'the sources were asked',
  acknowledged: 'a source answered',
  'change-begun': 'a change in a warehouse was confirmed',
  changed: 'a warehouse was changed',
  'change-failed': 'a change in a warehouse came to nothing',
  answered: 'was answered',
  refused: 'was refused',
  withdrawn: 'the person took it back',
  reopened: 'was opened again',
};

export const PROOFS: Readonly<Record<string, string>> = {
  none: 'none: a stranger could do no harm with it',
  address: 'control of an address that we know',
  'address-and-second': 'control of an address that we know, and a second thing',
  'second-identifier': 'a second identifier of theirs',
  'person-checked': 'a colleague checked',
};

export const ANSWERS: Readonly<Record<string, string>> = {
  done: 'done',
  partly: 'done in part',
  'nothing-held': 'nothing is held',
  changed: 'the decision was changed',
  upheld: 'the decision stays',
};

/** Why a request may be refused: the reasons of the Data Rights Protocol. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'suspected-fraud': 'it looks like fraud',
  'not-enough-proof': 'who asks is not proven',
  'no-match': 'nobody of ours matches',
  'not-covered': 'the right does not cover it',
  'outside-jurisdiction': 'the law does not hold there',
  'too-many': 'too many of the same, without a ground',
  other: 'something else, told in words',
};

export const ACKNOWLEDGEMENTS: Readonly<Record<string, string>> = {
  done: 'done there',
  'not-held': 'nothing is held there',
  kept: 'kept, as a duty asks',
};

export const inWords = (words: Readonly<Record<string, string>>, name: string | null): string =>
  name === null ? '' : (words[name] ?? name.replaceAll('-', ' '));
