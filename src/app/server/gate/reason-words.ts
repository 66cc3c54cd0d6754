// For the API, which knows the gate through here alone.
export { REASON_CODES, type ReasonCode } from '../../../gate/reason-codes.ts';
