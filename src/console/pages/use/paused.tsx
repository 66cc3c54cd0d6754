import { Link } from 'react-router';
import { Shape } from '../../parts/gravity.tsx';
import { alarmInWords } from '../../parts/outcome-words.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

/** That a monitor paused the use and what it saw, where it did. */
export function Paused() {
  const { use, paused } = useShown();
  if (paused === null) return null;
  const [first] = paused.alarms;
  return (
    <div className={styles.stopped} role="status">
      <Shape of="block" size={24} />
      <p>
        <strong>Paused.</strong> Nothing of it is sent.{' '}
        {first === undefined ? paused.pausedBy : alarmInWords(first)}{' '}
        <span className="quiet">
          <TimeAgo at={paused.since} />
        </span>{' '}
        <Link to={`/uses/${use.id}/outcomes`}>Why, and what to do</Link>
      </p>
    </div>
  );
}
