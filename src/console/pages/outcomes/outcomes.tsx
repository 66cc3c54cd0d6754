import { Link } from 'react-router';
import { OpenIncidents } from '../../parts/open-incidents.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Alarms } from './alarms.tsx';
import { PausedUses } from './paused-uses.tsx';

/** What followed what was sent: which uses are paused and why, and everything that the monitors said. */
export default function Outcomes() {
  return (
    <Page
      title="Outcomes"
      says="What followed what was sent. Complaints, opt-outs, bounces and refunds are watched for everybody and for each group; what does harm is paused."
    >
      <Section title="Paused, and why">
        <PausedUses />
      </Section>
      <Section title="Incidents" aside={<Link to="/incidents">All incidents</Link>}>
        <OpenIncidents />
      </Section>
      <Section title="Alarms">
        <Alarms />
      </Section>
    </Page>
  );
}
