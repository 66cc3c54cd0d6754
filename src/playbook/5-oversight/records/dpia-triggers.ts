import { coversJurisdiction } from '../../../kernel/jurisdiction.ts';
import type { NormId } from '../../../kernel/norms/index.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';

interface Trigger {
  readonly says: string;
  readonly type: 'hard' | 'soft';
  /** Jurisdictions in which it is hard though soft elsewhere. */
  readonly hardIn?: readonly Jurisdiction[];
  /** Where it counts at all; everywhere by default. */
  readonly onlyIn?: readonly Jurisdiction[];
  readonly norms: readonly NormId[];
}

const CALIFORNIA = ['us-ca'] as const;
const OTHER_STATES = ['us-co', 'us-ct', 'us-va'] as const;

/**
 * What calls for an impact assessment: one hard trigger, or two soft ones (WP248 rev.01 p. 11: in most cases two
 * criteria require one; in some one is enough). From WP248, GDPR art. 35(3), the list of the ICO, and state law.
 */
export const DPIA_TRIGGERS = {
  scoring: { says: 'people are evaluated or scored', type: 'soft', norms: ['wp248'] },
  'significant-decision': {
    says: 'a machine takes a significant decision',
    type: 'hard',
    norms: ['eu-gdpr-35-3', 'wp248'],
  },
  monitoring: { says: 'people are monitored systematically', type: 'soft', norms: ['wp248'] },
  sensitive: { says: 'sensitive or highly personal data is used', type: 'soft', norms: ['wp248'] },
  'sensitive-at-large-scale': {
    says: 'sensitive data is used at large scale',
    type: 'hard',
    norms: ['eu-gdpr-35-3'],
  },
  'large-scale': {
    says: 'more than 10,000 people, or more than one country',
    type: 'soft',
    norms: ['wp248'],
  },
  matching: {
    says: 'data of several origins is matched or combined',
    type: 'soft',
    hardIn: ['uk'],
    norms: ['wp248', 'ico-dpia-list'],
  },
  vulnerable: { says: 'vulnerable people are concerned', type: 'soft', norms: ['wp248'] },
  'new-technology': {
    says: 'a new technology decides or speaks',
    type: 'soft',
    norms: ['wp248', 'ico-dpia-list'],
  },
  denial: {
    says: 'people may be denied a right, a service or a contract',
    type: 'hard',
    norms: ['wp248', 'ico-dpia-list'],
  },
  'large-scale-profiling': {
    says: 'people are profiled at large scale',
    type: 'hard',
    norms: ['ico-dpia-list'],
  },
  invisible: {
    says: 'bought data is used without a notice to people',
    type: 'soft',
    norms: ['ico-dpia-list'],
  },
  tracking: { says: 'location or behaviour is tracked', type: 'soft', norms: ['ico-dpia-list'] },
  'targeting-vulnerable': {
    says: 'children or vulnerable people are targeted for marketing or profiled',
    type: 'hard',
    norms: ['ico-dpia-list'],
  },
  'physical-harm': { says: 'a breach could harm people physically', type: 'hard', norms: ['ico-dpia-list'] },
  'california-processing': {
    says: 'data is sold or shared, is sensitive, trains or feeds significant automated decisions',
    type: 'hard',
    onlyIn: CALIFORNIA,
    norms: ['us-ca-ccpa-7150'],
  },
  'state-processing': {
    says: 'targeted advertising, sale, risky profiling or sensitive data under a state’s law',
    type: 'hard',
    onlyIn: OTHER_STATES,
    norms: [],
  },
} as const satisfies Record<string, Trigger>;

export type DpiaTriggerId = keyof typeof DPIA_TRIGGERS;
export const DPIA_TRIGGER_IDS = Object.keys(DPIA_TRIGGERS) as readonly DpiaTriggerId[];

export interface DpiaNeed {
  /** `hard`: one trigger suffices; `soft`: two or more together; `single`: one soft one, which calls for none alone. */
  readonly need: 'hard' | 'soft' | 'single' | 'none';
  /** Whether a record must be opened, which blocks until it is complete. */
  readonly opensRecord: boolean;
  readonly triggers: ReadonlyArray<{
    readonly id: DpiaTriggerId;
    readonly says: string;
    readonly type: 'hard' | 'soft';
  }>;
}

const holdsIn = (laws: readonly Jurisdiction[], inScope: readonly Jurisdiction[]): boolean =>
  laws.some((law) => inScope.some((one) => coversJurisdiction(law, one)));

/** What the triggers seen come to under the law in scope. */
export function dpiaNeed(seen: Iterable<DpiaTriggerId>, jurisdictions: readonly Jurisdiction[]): DpiaNeed {
  const triggers = [...new Set(seen)].flatMap((id) => {
    const { says, type, hardIn = [], onlyIn }: Trigger = DPIA_TRIGGERS[id];
    if (onlyIn !== undefined && !holdsIn(onlyIn, jurisdictions)) return [];
    return [{ id, says, type: holdsIn(hardIn, jurisdictions) ? ('hard' as const) : type }];
  });
  const need = triggers.some(({ type }) => type === 'hard')
    ? 'hard'
    : triggers.length >= 2
      ? 'soft'
      : triggers.length === 1
        ? 'single'
        : 'none';
  return { need, opensRecord: need === 'hard' || need === 'soft', triggers };
}
