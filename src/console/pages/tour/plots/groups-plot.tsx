import * as Plot from '@observablehq/plot';
import { type Drawing, Drawn, isRoomy } from '../../../parts/drawn.tsx';
import { share } from '../../../parts/outcome-words.ts';

/** What a campaign did to a group: a share, and where it may lie. */
export interface GroupShare {
  readonly group: string;
  readonly campaign: 'harmful' | 'honest';
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const colour = ({ campaign }: GroupShare): string =>
  campaign === 'harmful' ? 'var(--block)' : 'var(--link)';
const beside = (rows: readonly GroupShare[], campaign: GroupShare['campaign']) =>
  rows.filter((row) => row.campaign === campaign);

/** A group in each line: the honest campaign above, the other below, with their intervals. */
export function GroupsPlot({ rows }: { readonly rows: readonly GroupShare[] }) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const drawing: Drawing = (width) => ({
    height: 48 + 44 * groups.length,
    marginLeft: 104,
    marginRight: 20,
    marginTop: 8,
    marginBottom: 32,
    x: {
      label: null,
      zero: true,
      grid: true,
      nice: true,
      ticks: isRoomy(width) ? 6 : 3,
      tickFormat: (tick: number) => share(tick),
    },
    y: { type: 'band', domain: groups, label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: 'currentColor' }),
      ...(['honest', 'harmful'] as const).flatMap((campaign) => {
        const dy = campaign === 'honest' ? -8 : 8;
        return [
          Plot.ruleY(beside(rows, campaign), {
            y: 'group',
            x1: 'low',
            x2: 'high',
            stroke: colour,
            strokeWidth: 7,
            strokeOpacity: 0.35,
            dy,
          }),
          Plot.dot(beside(rows, campaign), {
            y: 'group',
            x: 'rate',
            r: 5,
            symbol: campaign === 'honest' ? 'circle' : 'diamond',
            fill: colour,
            stroke: 'var(--card)',
            dy,
          }),
        ];
      }),
    ],
  });
  return <Drawn drawing={drawing} />;
}
