import { atLeast, attestedShare, type Ladder, shareOf, withinDays } from '../requirement.ts';

export const outcomes: Ladder = {
  step: 7,
  cells: [
    {
      level: 1,
      title: 'Complaints arrive',
      requires: [
        atLeast(1, {
          id: 'outcomes-told',
          says: 'complaints, opt-outs, bounces and refunds that were told',
          next: 'let the mail system deliver: docs/outcomes.md',
        }),
      ],
    },
    {
      level: 2,
      title: 'What follows is seen for each use',
      requires: [
        shareOf(0.8, {
          id: 'live-uses-watched',
          says: 'uses that the gate let send with outcomes that were told',
          next: 'put the id of the use on every message as `scruple_use`',
        }),
      ],
    },
    {
      level: 3,
      title: 'Harm stops the send by itself',
      requires: [
        atLeast(1, {
          id: 'monitors-run',
          says: 'uses that the monitors judged',
          freshDays: 7,
          next: 'let the server run, and deliver sends with what follows them',
        }),
        shareOf(1, {
          id: 'pauses-bound',
          says: 'pauses by monitors after which the gate permitted no marketing',
          freshDays: 365,
          next: 'look at decisions after the pause: a sender may ask no gate',
        }),
      ],
    },
    {
      level: 4,
      title: 'How often monitors are wrong is known',
      requires: [
        attestedShare(0.8, {
          id: 'replay-finds',
          says: 'of known harm in the history, what `scruple replay` finds',
          next: 'run `scruple replay` over a year of history with known incidents, and attest it',
        }),
      ],
    },
    {
      level: 5,
      title: 'Harm is stopped sooner, and does not come back',
      requires: [
        withinDays(7, {
          id: 'time-to-remedy',
          says: 'middle time from an incident to its remedy',
          next: 'decide the remedy of open incidents',
        }),
        attestedShare(0.05, {
          id: 'repeat-harm-falls',
          says: 'share by which incidents that come back fell over two quarters',
          next: 'compare two quarters of incidents, and attest it',
        }),
      ],
    },
  ],
};
