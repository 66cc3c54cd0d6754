import { atLeast, atMostShare, attestedShare, type Ladder, shareOf, withinDays } from '../requirement.ts';

export const boundaries: Ladder = {
  step: 1,
  cells: [
    {
      level: 1,
      title: 'A policy is written down',
      requires: [
        atLeast(1, {
          id: 'boundaries-written',
          says: 'rules of acceptable use in force',
          next: 'run `scruple init`: it starts a workspace with rules of acceptable use',
        }),
      ],
    },
    {
      level: 2,
      title: 'Nearly every live use has a card',
      requires: [
        shareOf(0.8, {
          id: 'uses-with-card',
          says: 'live uses that have a card, of all that were seen to send',
          next: 'write a card for each use that sends without one, and run `scruple push`',
        }),
      ],
    },
    {
      level: 3,
      title: 'What has no card is stopped',
      requires: [
        atLeast(1, {
          id: 'judged-in-ci',
          says: 'versions that CI judged',
          next: 'add the GitHub Action, or run `scruple check` and `scruple push` in CI',
        }),
        shareOf(1, {
          id: 'gate-binds-content',
          says: 'of the rules that bind a send to its clearance and content, those in force',
          next: 'end the trial of the rules `clearance` and `content` in the settings of the gate',
        }),
        atLeast(1, {
          id: 'gate-asked',
          says: 'decisions of the gate',
          next: 'let senders ask the gate: docs/gate-doors.md',
        }),
      ],
    },
    {
      level: 4,
      title: 'Exceptions are counted, and few',
      requires: [
        withinDays(90, {
          id: 'waiver-age',
          says: 'middle age of the waivers in force',
          next: 'end waivers, or mend what they excuse: `scruple check` lists them',
        }),
        atMostShare(0.02, {
          id: 'sends-past-the-gate',
          says: 'sends that no clearance covers, of all that were told',
          next: 'look at the incidents of sends, and put the gate before these senders',
        }),
      ],
    },
    {
      level: 5,
      title: 'Rules change after incidents, and it helps',
      requires: [
        atLeast(1, {
          id: 'boundary-from-incident',
          says: 'incidents that closed with a rule or check that would have caught them',
          next: 'name the rule that would have caught it when an incident closes, and add it',
        }),
        attestedShare(0.1, {
          id: 'boundary-cuts-findings',
          says: 'share by which findings fell after a rule was changed',
          next: 'have somebody outside the team compare findings before and after, and attest it',
        }),
      ],
    },
  ],
};
