import type { CustomerRequest } from '../../api/client.ts';

type Does = CustomerRequest['possible'][number];

interface ActionWords {
  /** Of the button that opens it, and of the one that does it. */
  readonly label: string;
  readonly title: string;
  /** What it does, before it is done. */
  readonly says: string;
}

export const ACTIONS: Readonly<Record<Does, ActionWords>> = {
  take: {
    label: 'Take it',
    title: 'Take the request',
    says: 'Colleagues see that you look after it. The clock does not change.',
  },
  'ask-for-proof': {
    label: 'Ask for the proof',
    title: 'Ask for the proof',
    says: 'The person is asked to prove who they are, by no more than this kind of request needs. The clock runs on.',
  },
  'confirm-person': {
    label: 'Confirm who it is',
    title: 'Confirm who it is',
    says: 'Say so once you have seen for yourself that it is them, as by calling a number that we had before. Keep no copy of what you were shown.',
  },
  'carry-out': {
    label: 'Carry it out',
    title: 'Carry it out',
    says: 'What is kept here is erased or marked at once, and every source that holds data of people is asked to do its part. An erasure cannot be undone; each no of theirs stays under a keyed hash.',
  },
  decide: {
    label: 'Decide the contest',
    title: 'Decide the contest',
    says: 'You look at what the machine did not have, and decide anew. The person reads your words.',
  },
  answer: {
    label: 'Answer',
    title: 'Answer',
    says: 'The person reads your words, and the request ends.',
  },
  extend: {
    label: 'Extend the time',
    title: 'Extend the time',
    says: 'Once, within the first time, and with a reason that the person reads.',
  },
  refuse: {
    label: 'Refuse',
    title: 'Refuse with a reason',
    says: 'The person reads why, and that they can complain to an authority.',
  },
  reopen: {
    label: 'Open it again',
    title: 'Open it again',
    says: 'A new clock runs from now on. How long the first one took stays in the steps.',
  },
};
