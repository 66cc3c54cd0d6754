import type { SuppressionList } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';

const numbers = new Intl.NumberFormat('en');

/** When a list ends, or why it never does. */
export const Ends = ({ of: { endsAt, standsForNo } }: { readonly of: SuppressionList }) =>
  standsForNo ? (
    'never: a no of the people on it'
  ) : endsAt === null ? (
    'never'
  ) : Date.parse(endsAt) <= Date.now() ? (
    <Gravity of="none">
      ended <TimeAgo at={endsAt} />
    </Gravity>
  ) : (
    <TimeAgo at={endsAt} />
  );

/** How many keys are on it, where that tells nothing of single people. */
export const People = ({ of: { people } }: { readonly of: SuppressionList }) =>
  people === null ? <span className="quiet">few: not told</span> : numbers.format(people);
