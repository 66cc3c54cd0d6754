import { plural } from '../words.ts';
import type { Board } from './schema.ts';

/** A part of the two pages: a title and lines of a label and what it says. */
export interface BoardPart {
  readonly title: string;
  readonly lines: ReadonlyArray<readonly [label: string, says: string]>;
}

type Share = Board['live']['undeclared'];

const shareOf = ({ count, of }: Share, ofWhat: string): string =>
  of === 0 ? `no ${ofWhat} to look at` : `${count} of ${of} (${percent(count / of)})`;
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;
const days = (value: number): string => plural(Number(value.toFixed(1)), 'day');

/** What the two pages say, part by part: the first page is what happened, the second what is to be decided. */
export function boardParts({ live, caught, late, waivers, regret, maturity }: Board): readonly BoardPart[] {
  return [
    {
      title: 'What is live',
      lines: [
        ['cleared', plural(live.cleared, 'use')],
        ['seen to send', plural(live.sending, 'use')],
        ['undeclared', shareOf(live.undeclared, 'sending use')],
        ['not assessed', shareOf(live.unassessed, 'live use')],
      ],
    },
    {
      title: 'What was caught',
      lines: [
        ['blocked', `${plural(caught.blocked, 'use')}, ${caught.repaired} of them repaired`],
        [
          'paused',
          `${plural(caught.pausedByMonitor, 'use')} by a monitor, ${caught.stoppedByPerson} stopped by a person`,
        ],
      ],
    },
    {
      title: 'What was found late',
      lines: [
        ['before a pause', `${plural(late.sendsBeforePause, 'send')} in ${plural(late.pauses, 'pause')}`],
        ['past the gate', shareOf(late.pastTheGate, 'send')],
        [
          'incidents',
          `${late.incidentsOpened} opened, ${late.incidentsAgain} of them not for the first time`,
        ],
        [
          'until made good',
          late.medianDaysToClose === null
            ? 'none was closed'
            : `${days(late.medianDaysToClose)} in the middle`,
        ],
      ],
    },
    {
      title: 'What people gave back',
      lines: [
        ['given back', plural(regret.givenBack, 'order')],
        ['complaints', shareOf(regret.complaints, 'send')],
        ['left', shareOf(regret.optOuts, 'send')],
        ['revenue at stake', 'cannot tell: nobody tells us what was bought'],
      ],
    },
    {
      title: 'Exceptions',
      lines:
        waivers.length === 0
          ? [['waivers', 'none in force']]
          : waivers.map(({ owner, inForce, oldestDays, renewals }) => [
              owner,
              `${inForce} in force, the oldest ${days(oldestDays)} old, ${plural(renewals, 'renewal')}`,
            ]),
    },
    {
      title: 'Where we stand',
      lines: [
        ['levels', maturity.levels.join(' · ')],
        ['weakest', maturity.weakest.join(', ')],
      ],
    },
  ];
}
