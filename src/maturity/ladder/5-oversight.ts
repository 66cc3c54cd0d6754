import { atLeast, attestedShare, type Ladder, shareOf } from '../requirement.ts';

export const oversight: Ladder = {
  step: 5,
  cells: [
    {
      level: 1,
      title: 'Somebody signs off',
      requires: [
        atLeast(1, {
          id: 'reviews-closed',
          says: 'reviews that people decided',
          next: 'ask for a review of a use, and decide it',
        }),
      ],
    },
    {
      level: 2,
      title: 'Reviews are recorded in full',
      requires: [
        shareOf(1, {
          id: 'clearances-reviewed',
          says: 'clearances in force that rest on a recorded review',
          next: 'clear uses through a review',
        }),
      ],
    },
    {
      level: 3,
      title: 'Two people look at what is grave, and the stop works',
      requires: [
        shareOf(1, {
          id: 'grave-reviews-by-two',
          says: 'approved reviews of grave uses that two people approved',
          next: 'keep the number of needed reviewers at two for what is grave',
        }),
        shareOf(1, {
          id: 'stops-drilled',
          says: 'live automations whose stop was tried in the last 90 days',
          next: 'drill the stop of each automation: `Automations` in the console',
        }),
      ],
    },
    {
      level: 4,
      title: 'How well people see is measured',
      requires: [
        atLeast(1, {
          id: 'statistics-agreed',
          says: 'recorded agreements on which statistics about reviewers rest',
          freshDays: 3650,
          next: 'record the agreement or notice under Settings',
        }),
        atLeast(20, {
          id: 'practice-answers',
          says: 'answers to practice cases',
          next: 'announce practice cases, and let reviewers answer them',
        }),
        shareOf(0.7, {
          id: 'practice-caught',
          says: 'practice cases that were caught',
          next: 'talk over the cases that were missed',
        }),
      ],
    },
    {
      level: 5,
      title: 'Judgement gets better, and models change after contests',
      requires: [
        attestedShare(0.05, {
          id: 'calibration-improves',
          says: 'share by which the catch rate rose over two quarters',
          next: 'compare two quarters of practice, and attest it',
        }),
        attestedShare(1, {
          id: 'contests-feed-models',
          says: 'upheld contests whose model or rule was changed or kept with a reason',
          next: 'write down for each upheld contest what changed, and attest it',
        }),
      ],
    },
  ],
};
