import { atLeast, attestedShare, type Ladder, none, shareOf } from '../requirement.ts';

export const segments: Ladder = {
  step: 3,
  cells: [
    {
      level: 1,
      title: 'Segments are looked at when somebody asks',
      requires: [
        atLeast(1, {
          id: 'segments-read',
          says: 'uses whose audience was read',
          next: 'run `scruple check` over a use with an audience',
        }),
      ],
    },
    {
      level: 2,
      title: 'Every live segment is read',
      requires: [
        shareOf(1, {
          id: 'live-segments-read',
          says: 'live uses with an audience whose audience could be read',
          next: 'give the definition as SQL or as a vendor’s export: `scruple segment FILE` says what is missing',
        }),
      ],
    },
    {
      level: 3,
      title: 'Sensitive segments are stopped, and assessments opened',
      requires: [
        none({
          id: 'blocked-segments-live',
          says: 'live uses with a segment finding that blocks and that nobody waived',
          next: 'change the audience, or stop the use',
        }),
        shareOf(1, {
          id: 'impact-assessments-done',
          says: 'of the impact assessments that were triggered, those that are done or referred to',
          next: 'finish the records under Uses, or give a reference to where they are kept',
        }),
      ],
    },
    {
      level: 4,
      title: 'How well the scan sees is known',
      requires: [
        attestedShare(0.9, {
          id: 'scan-recall',
          says: 'recall of the scan on a labelled set of your own segments',
          next: 'label a sample of your segments, run `scruple segment --names` over it, and attest the figure',
        }),
      ],
    },
    {
      level: 5,
      title: 'Planted segments are caught',
      requires: [
        attestedShare(0.9, {
          id: 'red-team-caught',
          says: 'of the harmful segments that a red team planted, those that were caught',
          next: 'let somebody plant harmful segments each quarter, and attest how many were caught',
        }),
      ],
    },
  ],
};
