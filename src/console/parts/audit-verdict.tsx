import type { ListedAuditVerdict } from '../api/client.ts';
import { Gravity } from './gravity.tsx';

/** What an audit comes to; `null` is covered until one judges. */
export const AuditVerdict = ({ of }: { readonly of: ListedAuditVerdict }) =>
  of === 'pass' ? (
    <Gravity of="allow">no gap found</Gravity>
  ) : of === 'insufficient' ? (
    <Gravity of="none">not enough data</Gravity>
  ) : (
    <Gravity of={of} />
  );
