import type { GppConsent, TcfConsent } from '../../../kernel/ports/consent-strings.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { REFUSED_BY_SIGNAL } from './global-privacy-control.ts';
import type { ReadSignal, SignalledChoice } from './signalled-choice.ts';

/** What purposes of the TCF are in our taxonomy. All of them need consent here; the framework demands it for 1 and 3 to 6. */
export const TCF_PURPOSES: Readonly<Record<number, { readonly purpose: string; readonly channel: Channel }>> =
  {
    1: { purpose: 'functional.storage', channel: 'web' },
    2: { purpose: 'marketing.advertising.serving', channel: 'ad' },
    3: { purpose: 'marketing.advertising.profiling', channel: 'ad' },
    4: { purpose: 'marketing.advertising.third_party.targeted', channel: 'ad' },
    5: { purpose: 'personalize.content.profiling', channel: 'web' },
    6: { purpose: 'personalize.content.profiled', channel: 'web' },
    7: { purpose: 'analytics.reporting.ad_performance', channel: 'ad' },
    8: { purpose: 'analytics.reporting.content_performance', channel: 'web' },
    9: { purpose: 'analytics.reporting.campaign_insights', channel: 'web' },
    10: { purpose: 'functional.service.improve', channel: 'web' },
  };

/**
 * What a TC string says for one vendor. Nothing is a yes unless the person was told of the vendor (a segment that TCF 2.3
 * demands) and agreed to both the purpose and the vendor.
 */
export function choicesOfTcf(consent: TcfConsent, vendor: number): ReadSignal {
  const isDisclosed = consent.vendorsDisclosed?.has(vendor) ?? false;
  const choices = Object.entries(TCF_PURPOSES).map(([number, named]): SignalledChoice => {
    const scope = { ...named, topic: null };
    if (!isDisclosed) return { scope, says: 'unknown', because: `vendor ${vendor} was not disclosed` };
    if (!consent.purposesConsented.has(Number(number)))
      return { scope, says: 'no', because: `purpose ${number} is not agreed to` };
    return consent.vendorsConsented.has(vendor)
      ? { scope, says: 'yes', because: `purpose ${number} and vendor ${vendor} are agreed to` }
      : { scope, says: 'no', because: `vendor ${vendor} is not agreed to` };
  });
  const notes =
    consent.vendorsDisclosed === null
      ? ['the string does not tell which vendors were disclosed, as TCF 2.3 demands']
      : [];
  return { choices, notes };
}

/** What a GPP string says: its TCF section, and an opt-out in any section for the United States, which is never a yes. */
export function choicesOfGpp(consent: GppConsent, vendor: number): ReadSignal {
  const tcf = consent.tcf === null ? { choices: [], notes: [] } : choicesOfTcf(consent.tcf, vendor);
  const optedOut = consent.us.find(
    ({ saleOptOut, sharingOptOut, targetedAdvertisingOptOut, gpc }) =>
      gpc || [saleOptOut, sharingOptOut, targetedAdvertisingOptOut].includes(1),
  );
  const us =
    optedOut === undefined
      ? []
      : REFUSED_BY_SIGNAL.map(
          (scope): SignalledChoice => ({
            scope,
            says: 'no',
            because: `\`${optedOut.section}\` says ${optedOut.gpc ? 'Global Privacy Control' : 'opted out'}`,
          }),
        );
  return { choices: [...tcf.choices, ...us], notes: tcf.notes };
}

/** The 16 kinds of sensitive data of GPP, by their place in the list of the section `usnat` (from 1). */
export const GPP_SENSITIVE = [
  'racial or ethnic origin',
  'religious or philosophical beliefs',
  'health',
  'sex life or sexual orientation',
  'citizenship or immigration status',
  'genetic data',
  'biometric data',
  'precise geolocation',
  'government identifiers',
  'account log-in or financial data with credentials',
  'union membership',
  'content of mail and messages',
  'consumer health data',
  'status as a victim of crime',
  'national origin',
  'transgender or nonbinary status',
] as const;
