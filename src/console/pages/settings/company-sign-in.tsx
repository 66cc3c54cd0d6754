import { useQuery } from '@tanstack/react-query';
import { readWaysIn } from '../../api/client.ts';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

/** Whether people sign in with the company's own provider, and how that is set up. */
export function CompanySignIn() {
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: ({ signal }) => readWaysIn({ signal }) });
  return (
    <Setting title="Signing in with the company" query={ways}>
      {({ company }) => (
        <div className={styles.stack}>
          <p>
            {company
              ? 'People who were invited sign in with the company’s provider, or with a password.'
              : 'Not set up: people who were invited sign in with a password.'}
          </p>
          <p className="quiet">
            It is set where the server is started, so that nobody who gets into the console can change who
            gets in. The provider’s name and secret are never shown.
          </p>
        </div>
      )}
    </Setting>
  );
}
