import { atLeast, attestedShare, type Ladder, none, shareOf } from '../requirement.ts';

export const control: Ladder = {
  step: 6,
  cells: [
    {
      level: 1,
      title: 'People can leave',
      requires: [
        atLeast(1, {
          id: 'leaving-used',
          says: 'choices that people made by a link or a page',
          next: 'put the link to the preference page and the one-click header into mails',
        }),
      ],
    },
    {
      level: 2,
      title: 'Choices are kept, and people see them',
      requires: [
        atLeast(1, {
          id: 'notices-published',
          says: 'notices that say what people agree to',
          freshDays: 730,
          next: 'publish a notice: `Customers`, `Notices`',
        }),
        shareOf(0.95, {
          id: 'consents-with-notice',
          says: 'consents in force that say which notice people saw',
          next: 'import consents with the version of the notice, or ask anew',
        }),
      ],
    },
    {
      level: 3,
      title: 'Leaving is tried out every day',
      requires: [
        shareOf(1, {
          id: 'leaving-probed',
          says: 'trials of one-click, browser signal and withdrawal that came out right, of the last run',
          freshDays: 2,
          next: 'look at the job `probe-control`: each trial that failed is named',
        }),
        none({
          id: 'destinations-overdue',
          says: 'systems that have not said in time that they carried out what a person asked',
          next: 'answer these requests, or take the system away',
        }),
      ],
    },
    {
      level: 4,
      title: 'Leaving is as easy as joining, and no right is overdue',
      requires: [
        none({
          id: 'rights-overdue',
          says: 'requests of customers past their clock',
          next: 'answer them: `Customers`, `Requests`',
        }),
        atLeast(1, {
          id: 'expectation-asked',
          says: 'answers to "did you expect us to use this?"',
          next: 'put the link to the why page into messages',
        }),
      ],
    },
    {
      level: 5,
      title: 'People understand why',
      requires: [
        attestedShare(0.8, {
          id: 'why-understood',
          says: 'customers in a test who understood why they got a message',
          next: 'test the why page with customers, and attest the figure',
        }),
      ],
    },
  ],
};
