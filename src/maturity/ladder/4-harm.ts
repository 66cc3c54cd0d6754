import { atLeast, attestedShare, type Ladder, none, shareOf } from '../requirement.ts';

export const harm: Ladder = {
  step: 4,
  cells: [
    {
      level: 1,
      title: 'Some messages are tested',
      requires: [
        atLeast(1, {
          id: 'messages-read',
          says: 'uses whose messages were read',
          next: 'run `scruple check` over a use with messages',
        }),
      ],
    },
    {
      level: 2,
      title: 'Every send was tested',
      requires: [
        shareOf(1, {
          id: 'live-messages-read',
          says: 'live uses with messages whose words could be judged',
          next: 'write messages in a language with measured rules, or have a person review them',
        }),
      ],
    },
    {
      level: 3,
      title: 'Claims are bound to facts, and what fails is stopped',
      requires: [
        none({
          id: 'blocked-messages-live',
          says: 'live uses with a message or bias finding that blocks and that nobody waived',
          next: 'change the message, bind the claim to a fact, or stop the use',
        }),
        shareOf(1, {
          id: 'gate-binds-claims',
          says: 'of the rules that check claims at the send, those in force',
          next: 'end the trial of the rule `claims` in the settings of the gate',
        }),
      ],
    },
    {
      level: 4,
      title: 'Groups are compared, on what really happened',
      requires: [
        shareOf(1, {
          id: 'scores-audited',
          says: 'live uses that score people with an audit of the last 90 days',
          next: 'run `scruple audit` on the decisions, or `scruple push --audit`',
        }),
        atLeast(1, {
          id: 'outcomes-by-group',
          says: 'uses whose outcomes are watched by group',
          next: 'send `groups` with the sends: docs/outcomes.md',
        }),
      ],
    },
    {
      level: 5,
      title: 'Harm gets rarer',
      requires: [
        attestedShare(0.05, {
          id: 'harm-falls',
          says: 'share by which findings of harm per 1,000 sends fell over two quarters',
          next: 'compare two quarters with `scruple board`, and attest it',
        }),
      ],
    },
  ],
};
