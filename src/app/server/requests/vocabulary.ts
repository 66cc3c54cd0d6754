export { REQUEST_STATES } from '../../../playbook/6-control/requests/asked-request.ts';
export { PROOFS, PROOFS_NEEDED } from '../../../playbook/6-control/requests/proof.ts';
export { URGENCIES } from '../../../playbook/6-control/requests/request-clock.ts';
export {
  ACKNOWLEDGEMENTS,
  REFUSAL_REASONS,
} from '../../../playbook/6-control/requests/request-event.ts';
export { ACCESS_DETAILS, REQUEST_KINDS } from '../../../playbook/6-control/requests/request-kind.ts';
