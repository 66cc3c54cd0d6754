import { useQuery } from '@tanstack/react-query';
import { readStop } from '../../api/client.ts';
import { Shape } from '../../parts/gravity.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

/** That the use is stopped and why, where it is. */
export function Stopped() {
  const { use } = useShown();
  const stop = useQuery({
    queryKey: ['uses', use.id, 'stop', use.stop],
    queryFn: ({ signal }) => readStop(use.stop!, { signal }),
    enabled: use.stop !== null,
  });
  if (use.stop === null) return null;
  return (
    <div className={styles.stopped} role="status">
      <Shape of="block" size={24} />
      <p>
        <strong>Stopped.</strong> Nothing of it is sent.{' '}
        {stop.data === undefined ? null : (
          <>
            <q>{stop.data.reason}</q>{' '}
            <span className="quiet">
              {stop.data.by === null ? 'by an alarm' : 'by a person'}, <TimeAgo at={stop.data.at} />
            </span>
          </>
        )}
      </p>
    </div>
  );
}
