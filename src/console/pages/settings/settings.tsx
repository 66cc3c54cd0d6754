import { Page } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import { CompanySignIn } from './company-sign-in.tsx';
import { Intake } from './intake.tsx';
import { Quarantine } from './quarantine.tsx';
import { Retention } from './retention.tsx';
import { ReviewPolicy } from './review-policy.tsx';
import { ReviewStatistics } from './review-statistics.tsx';
import { SigningKeys } from './signing-keys.tsx';

/** Thresholds, retention, keys and the way in: everyone may read what holds, administrators change it. */
export default function Settings() {
  const may = useMay();
  return (
    <Page
      title="Settings"
      says={
        may('settings.write')
          ? 'What holds for everybody here. Each change stands in the evidence log.'
          : 'What holds for everybody here. An administrator changes it, and each change stands in the evidence log.'
      }
    >
      <ReviewPolicy />
      <ReviewStatistics />
      <Intake />
      <Quarantine />
      <Retention />
      {may('key.write') ? <SigningKeys /> : null}
      <CompanySignIn />
    </Page>
  );
}
