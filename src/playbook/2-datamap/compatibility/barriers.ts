import { isSpecial, isVulnerability, type SensitiveCategory } from '../../../kernel/categories.ts';
import { type DeclaredPurpose, isPurposeUnder } from '../../../kernel/taxonomy/purpose-line.ts';

/** An edge that overrides the tree of purposes: data collected for `from` does not flow into `to`, however near they are. */
interface PurposeBarrier {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Purposes under `to` that are let through. */
  readonly except?: readonly string[];
  /** Only where the use decides about single people. */
  readonly onlyDecisions?: boolean;
  readonly verdict: 'assess' | 'incompatible';
  readonly because: string;
}

const SELLING = [
  'marketing',
  'sales',
  'personalize.content.profiling',
  'personalize.content.profiled',
  'third_party_sharing',
];
const OWED_SHARING = ['third_party_sharing.legal_obligation'];
const PROFILING = [
  'marketing.advertising.profiling',
  'marketing.advertising.first_party.targeted',
  'marketing.advertising.third_party',
  'personalize.content.profiling',
  'personalize.content.profiled',
];
const CARE_AND_SECURITY = [
  'essential.service.operations.support',
  'essential.service.security',
  'essential.service.authentication',
  'essential.fraud_detection',
  'essential.legal_obligation',
];

/**
 * The barrier edges (categories.md §4). Measured on fideslang, distance in the tree alone calls contextual ads and ad
 * profiling siblings, and support and service improvement too.
 */
export const PURPOSE_BARRIERS: readonly PurposeBarrier[] = [
  {
    from: ['essential'],
    to: SELLING,
    except: OWED_SHARING,
    verdict: 'incompatible',
    because: 'what people gave to be served is not there to sell to them or to pass on',
  },
  {
    from: ['marketing.advertising.first_party.contextual', 'personalize.content.limited'],
    to: PROFILING,
    verdict: 'incompatible',
    because: 'what is shown by context needs no profile, and people were told of none',
  },
  {
    from: ['marketing.advertising.first_party', 'marketing.communications'],
    to: ['marketing.advertising.third_party', 'third_party_sharing'],
    except: OWED_SHARING,
    verdict: 'incompatible',
    because: 'people dealt with one company, not with those that it passes data to',
  },
  {
    from: CARE_AND_SECURITY,
    to: ['marketing', 'sales', 'personalize'],
    verdict: 'incompatible',
    because: 'people who ask for help, or are protected from fraud, would be marked by it',
  },
  {
    from: CARE_AND_SECURITY,
    to: [],
    onlyDecisions: true,
    verdict: 'incompatible',
    because: 'data from support, complaints, requests or security does not score people',
  },
  {
    from: ['analytics'],
    to: ['marketing.communications', 'personalize', 'sales', 'employment', ...PROFILING],
    verdict: 'incompatible',
    because: 'counted data is not there to single people out',
  },
  {
    from: ['analytics'],
    to: [],
    onlyDecisions: true,
    verdict: 'incompatible',
    because: 'counted data is not there to decide about single people',
  },
  {
    from: [],
    to: ['train_ai_system'],
    verdict: 'assess',
    because: 'a model can give back what it was trained on, so a person weighs it',
  },
];

/** What stops a flow, before anything is weighed. */
export interface Stop {
  readonly verdict: 'assess' | 'incompatible';
  readonly because: string;
}

/** Barriers between two purposes. An empty side of a barrier stands for any purpose. */
export function purposeStops(
  collected: string,
  next: string,
  decides: boolean,
  declared: readonly DeclaredPurpose[],
): readonly Stop[] {
  const under = (purpose: string, keys: readonly string[]): boolean =>
    keys.some((key) => isPurposeUnder(purpose, key, declared));
  return PURPOSE_BARRIERS.filter(
    ({ from, to, except = [], onlyDecisions = false }) =>
      (from.length === 0 || under(collected, from)) &&
      (to.length === 0 || under(next, to)) &&
      !under(next, except) &&
      (!onlyDecisions || decides),
  ).map(({ verdict, because }) => ({ verdict, because }));
}

/** Special data, data about children and signs of vulnerability stay with the purpose they were collected for. */
export function natureStops(categories: readonly SensitiveCategory[]): readonly Stop[] {
  const held = categories.filter((category) => isSpecial(category) || isVulnerability(category));
  return held.length === 0
    ? []
    : [{ verdict: 'incompatible', because: 'sensitive data stays with the purpose it was collected for' }];
}
