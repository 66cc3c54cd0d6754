/** The closed word lists of incidents, for the faces. */
export { INCIDENT_STATES } from '../../../playbook/7-outcomes/incidents/incident.ts';
export {
  GUARDS,
  INCIDENT_KINDS,
  NOTICES,
  REMEDIES,
  TOLD,
} from '../../../playbook/7-outcomes/incidents/incident-event.ts';
export { REPORTED_CAUSES } from './causes.ts';
