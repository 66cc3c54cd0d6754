import {
  atLeast,
  atMostShare,
  attestedShare,
  type Ladder,
  none,
  shareOf,
  withinDays,
} from '../requirement.ts';

export const datamap: Ladder = {
  step: 2,
  cells: [
    {
      level: 1,
      title: 'Systems are listed',
      requires: [
        atLeast(1, {
          id: 'sources-mapped',
          says: 'sources in the data map',
          next: 'describe your sources under datamap/: `scruple init` shows the form',
        }),
      ],
    },
    {
      level: 2,
      title: 'Fields say where they come from, what for, and on what basis',
      requires: [
        shareOf(0.9, {
          id: 'fields-with-origin',
          says: 'fields with origin, purpose and basis',
          next: 'fill in origin, collected_for and basis in datamap/*.yaml',
        }),
      ],
    },
    {
      level: 3,
      title: 'Nothing is used that the map does not have, and what is over is removed',
      requires: [
        none({
          id: 'unmapped-fields-in-use',
          says: 'live uses that read a field which the map does not have',
          next: 'add these fields to the map, or take them out of the uses',
        }),
        atLeast(1, {
          id: 'removal-runs',
          says: 'runs of the removal of what is over, in the last two days',
          freshDays: 2,
          next: 'let the server run; look at the job `remove-what-is-over`',
        }),
      ],
    },
    {
      level: 4,
      title: 'What nobody uses gets less',
      requires: [
        atMostShare(0, {
          id: 'unused-fields-grew',
          says: 'rise of the share of fields that no live use reads, over a quarter',
          next: 'delete what nobody reads at its source, and from the map',
        }),
        withinDays(30, {
          id: 'third-party-notice',
          says: 'longest time from getting data of third parties to telling people',
          next: 'write notice_sent_at for each supplier within 30 days',
        }),
      ],
    },
    {
      level: 5,
      title: 'Somebody outside found the map right',
      requires: [
        attestedShare(0.95, {
          id: 'map-sample-right',
          says: 'of a sample that somebody independent drew, fields that the map describes rightly',
          next: 'have somebody outside the team check a sample, and attest it',
        }),
      ],
    },
  ],
};
