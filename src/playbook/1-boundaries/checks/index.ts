import declaredDiffers from './declared-differs/check.ts';
import useBenefit from './use-benefit/check.ts';
import useDeclared from './use-declared/check.ts';
import useExpiry from './use-expiry/check.ts';
import useLegalBasis from './use-legal-basis/check.ts';
import useLiaComplete from './use-lia-complete/check.ts';
import useOwner from './use-owner/check.ts';
import useProhibited from './use-prohibited/check.ts';
import usePurposeTaxonomy from './use-purpose-taxonomy/check.ts';
import waiverInOrder from './waiver-in-order/check.ts';

export const checks = [
  declaredDiffers,
  useBenefit,
  useDeclared,
  useExpiry,
  useLegalBasis,
  useLiaComplete,
  useOwner,
  useProhibited,
  usePurposeTaxonomy,
  waiverInOrder,
] as const;
