import useBenefit from './use-benefit/check.ts';
import useDeclared from './use-declared/check.ts';
import useExpiry from './use-expiry/check.ts';
import useLiaComplete from './use-lia-complete/check.ts';
import useOwner from './use-owner/check.ts';
import usePurposeTaxonomy from './use-purpose-taxonomy/check.ts';
import waiverInOrder from './waiver-in-order/check.ts';

export const checks = [
  useBenefit,
  useDeclared,
  useExpiry,
  useLiaComplete,
  useOwner,
  usePurposeTaxonomy,
  waiverInOrder,
] as const;
