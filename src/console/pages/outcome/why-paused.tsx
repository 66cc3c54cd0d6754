import { Link } from 'react-router';
import type { PausedUse } from '../../api/client.ts';
import { Shape } from '../../parts/gravity.tsx';
import { alarmInWords, monitorBehind, pausedByInWords, promiseInWords } from '../../parts/outcome-words.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './outcome.module.css';

/** Why a use was paused and what to do, for somebody who reads nothing else. */
export function WhyPaused({ paused: { use, since, alarms, pausedBy } }: { readonly paused: PausedUse }) {
  const monitors = [...new Set(alarms.map(({ monitor }) => monitorBehind(monitor)))];
  const isUnequal = alarms.some(({ monitor, group }) => group !== null || monitor.endsWith('-disparity'));
  return (
    <section className={styles.paused} aria-labelledby="why-paused">
      <h2 id="why-paused">
        <Shape of="block" size={24} />
        Why it is paused, and what to do
      </h2>
      <p>
        It was paused <TimeAgo at={since} />. Nothing of it is sent until a reviewer lets it run again; what
        people are owed by law or contract still goes out.
      </p>
      <div>
        <h3>What was seen</h3>
        <ul className={styles.because}>
          {alarms.length === 0 ? <li>{pausedByInWords(pausedBy)}</li> : null}
          {alarms.map((alarm) => (
            <li key={alarm.id}>{alarmInWords(alarm)}</li>
          ))}
        </ul>
        {alarms[0] === undefined ? null : <p className="small">{promiseInWords(alarms[0])}</p>}
      </div>
      <div>
        <h3>What to do</h3>
        <ol className={styles.steps}>
          {monitors.map((monitor) => (
            <li key={monitor}>{LOOK[monitor] ?? 'Find out what the people it went to took amiss.'}</li>
          ))}
          {isUnequal ? (
            <li>
              Some groups are hit harder. Read the message as they would, and look at how they came to be{' '}
              <Link to={`/uses/${use}/who`}>reached</Link>; to leave a group out can be unfair in its own way.
            </li>
          ) : null}
          <li>
            Where an incident is open below, say what caused it. What is done for those it reached, a customer
            advocate decides.
          </li>
          <li>
            Repair <Link to={`/uses/${use}`}>what is sent</Link> or{' '}
            <Link to={`/uses/${use}/who`}>who is reached</Link>, and ask for a review of the new version.
          </li>
          <li>
            A reviewer who does not work on it lets it run again, with a reason. Evidence begins anew from
            then on: what was seen so far no longer counts, and nothing exempts the use.
          </li>
        </ol>
      </div>
    </section>
  );
}

/** What to look at first, by what was seen. */
const LOOK: Readonly<Record<string, string>> = {
  complaints:
    'People who complain did not expect the message, or found no easier way out. Leave out who did not ask for it, and put the way to unsubscribe where it is seen.',
  'opt-outs':
    'People who opt out at once had enough, or had hoped for something else. Look at how often they hear from us and whether the message keeps what was promised when they signed up.',
  bounces:
    'Addresses that cannot be reached are old, mistyped or bought. Look at where the list comes from, and take them out.',
  regret:
    'People took back what the message brought them to decide. Look for pressure in it, and for what they learned only afterwards: the price, the terms, the end of a trial.',
  blind:
    'See whether the systems that send it still tell what follows: their webhooks, their key, their secret. It goes on by itself as soon as something is told again.',
  'uncleared-send':
    'Find out who sent it before it was cleared, and by which system. Let that system ask the gate, and ask for a review.',
  'send-after-no':
    'Find the system that sent it without asking the gate, and let it ask. Whoever was sent it is owed an apology.',
  'send-after-opt-out':
    'Find the system that sent it without asking the gate, and let it ask. Whoever was sent it is owed an apology.',
};
