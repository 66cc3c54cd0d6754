import type { Board } from '../../api/client.ts';

export interface BoardPart {
  readonly title: string;
  readonly lines: ReadonlyArray<readonly [name: string, says: string]>;
}

interface Share {
  readonly count: number;
  readonly of: number;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
/** Of none there is no share. */
const shareOf = ({ count, of }: Share): string =>
  of === 0 ? 'nothing to look at' : `${count} of ${of} (${Number(((100 * count) / of).toPrecision(2))} %)`;

/** What happened in a quarter, part by part. */
export const boardParts = ({
  live,
  caught,
  late,
  waivers,
  regret,
  maturity,
}: Board): readonly BoardPart[] => [
  {
    title: 'Live',
    lines: [
      ['Cleared', counted(live.cleared, 'use')],
      ['Seen to send', counted(live.sending, 'use')],
      ['Without a card, of those', shareOf(live.undeclared)],
      ['Not assessed, of live uses', shareOf(live.unassessed)],
    ],
  },
  {
    title: 'Caught',
    lines: [
      ['Blocked', `${counted(caught.blocked, 'use')}, ${caught.repaired} of them repaired`],
      ['Paused by a monitor', counted(caught.pausedByMonitor, 'use')],
      ['Stopped by a person', counted(caught.stoppedByPerson, 'use')],
    ],
  },
  {
    title: 'Found late',
    lines: [
      [
        'Sent before a pause',
        `${counted(late.sendsBeforePause, 'message')}, in ${counted(late.pauses, 'pause')}`,
      ],
      ['Past the gate, of all sends', shareOf(late.pastTheGate)],
      ['Incidents', `${late.incidentsOpened} opened, ${late.incidentsAgain} of them not for the first time`],
      [
        'Days until closed, in the middle',
        late.medianDaysToClose === null
          ? 'none was closed'
          : String(Number(late.medianDaysToClose.toFixed(1))),
      ],
    ],
  },
  {
    title: 'What people gave back',
    lines: [
      ['Refunds, returns, cancellations', String(regret.givenBack)],
      ['Complaints, of all sends', shareOf(regret.complaints)],
      ['Left, of all sends', shareOf(regret.optOuts)],
      ['Revenue at stake', 'cannot tell: nobody tells us what was bought'],
    ],
  },
  {
    title: 'Exceptions',
    lines:
      waivers.length === 0
        ? [['Waivers', 'none in force']]
        : waivers.map(({ owner, inForce, oldestDays, renewals }) => [
            owner,
            `${inForce} in force, the oldest ${counted(oldestDays, 'day')} old, ${counted(renewals, 'renewal')}`,
          ]),
  },
  {
    title: 'The seven practices',
    lines: [
      ['Levels', maturity.levels.join(' · ')],
      ['Weakest', maturity.weakest.join(', ')],
    ],
  },
];
