import { parentOf } from './tree.ts';

/**
 * Data uses of fideslang (CC BY 4.0, Ethyca), each with the DPV purpose of the same meaning where the match is clear.
 * Keys and names are theirs; see NOTICE.
 */
export const DATA_USES = {
  analytics: { title: 'Analytics', dpv: null },
  'analytics.reporting': { title: 'Analytics for Reporting', dpv: null },
  'analytics.reporting.ad_performance': { title: 'Analytics for Advertising Performance', dpv: null },
  'analytics.reporting.campaign_insights': { title: 'Analytics for Insights', dpv: null },
  'analytics.reporting.content_performance': { title: 'Analytics for Content Performance', dpv: null },
  'analytics.reporting.system': { title: 'Analytics for System Activity', dpv: null },
  'analytics.reporting.system.performance': { title: 'Analytics for System Performance', dpv: null },
  collect: { title: 'Collect', dpv: null },
  employment: { title: 'Employment', dpv: 'dpv:HumanResourceManagement' },
  'employment.recruitment': { title: 'Employment Recruitment', dpv: 'dpv:RecruitmentManagement' },
  essential: { title: 'Essential', dpv: null },
  'essential.fraud_detection': { title: 'Essential Fraud Detection', dpv: 'dpv:FraudPreventionAndDetection' },
  'essential.legal_obligation': { title: 'Essential Legal Obligation', dpv: 'dpv:LegalCompliance' },
  'essential.service': { title: 'Essential for Service', dpv: 'dpv:RequestedServiceProvision' },
  'essential.service.authentication': {
    title: 'Essential Service Authentication',
    dpv: 'dpv:IdentityAuthentication',
  },
  'essential.service.notifications': {
    title: 'Essential Service Notifications',
    dpv: 'dpv:CommunicationManagement',
  },
  'essential.service.notifications.email': { title: 'Essential Email Service Notifications', dpv: null },
  'essential.service.notifications.sms': { title: 'Essential SMS Service Notifications', dpv: null },
  'essential.service.operations': { title: 'Essential for Operations', dpv: 'dpv:TechnicalServiceProvision' },
  'essential.service.operations.improve': { title: 'Essential for Support Improvement', dpv: null },
  'essential.service.operations.support': {
    title: 'Essential for Operations Support',
    dpv: 'dpv:CustomerCare',
  },
  'essential.service.payment_processing': {
    title: 'Essential for Payment Processing',
    dpv: 'dpv:PaymentManagement',
  },
  'essential.service.security': { title: 'Essential for Security', dpv: 'dpv:EnforceSecurity' },
  'essential.service.upgrades': { title: 'Essential for Service Upgrades', dpv: null },
  finance: { title: 'Finance', dpv: null },
  functional: { title: 'Functional', dpv: null },
  'functional.service': { title: 'Service', dpv: 'dpv:ServiceProvision' },
  'functional.service.improve': { title: 'Improve Service', dpv: 'dpv:ImproveExistingProductsAndServices' },
  'functional.storage': { title: 'Local Data Storage', dpv: null },
  marketing: { title: 'Marketing', dpv: 'dpv:Marketing' },
  'marketing.advertising': { title: 'Advertising, Marketing or Promotion', dpv: 'dpv:Advertising' },
  'marketing.advertising.first_party': { title: 'First Party Advertising', dpv: null },
  'marketing.advertising.first_party.contextual': { title: 'First Party Contextual Advertising', dpv: null },
  'marketing.advertising.first_party.targeted': {
    title: 'First Party Personalized Advertising',
    dpv: 'dpv:TargetedAdvertising',
  },
  'marketing.advertising.frequency_capping': { title: 'Frequency Capping', dpv: null },
  'marketing.advertising.negative_targeting': { title: 'Negative Targeting', dpv: null },
  'marketing.advertising.profiling': { title: 'Profiling for Advertising', dpv: null },
  'marketing.advertising.serving': { title: 'Essential for Serving Ads', dpv: null },
  'marketing.advertising.third_party': { title: 'Third Party Advertising', dpv: null },
  'marketing.advertising.third_party.targeted': {
    title: 'Third Party Targeted Advertising',
    dpv: 'dpv:TargetedAdvertising',
  },
  'marketing.communications': { title: 'Marketing Communications', dpv: 'dpv:DirectMarketing' },
  'marketing.communications.email': { title: 'Marketing Email Communications', dpv: null },
  'marketing.communications.sms': { title: 'Marketing SMS Communications', dpv: null },
  operations: { title: 'Operations', dpv: null },
  personalize: { title: 'Personalize', dpv: 'dpv:Personalisation' },
  'personalize.content': { title: 'Content Personalization', dpv: null },
  'personalize.content.limited': { title: 'Limited Content Personalization', dpv: null },
  'personalize.content.profiled': { title: 'Targeted Content Personalization', dpv: null },
  'personalize.content.profiling': { title: 'Profiling for Personalization', dpv: null },
  'personalize.system': { title: 'System Personalization', dpv: null },
  sales: { title: 'Sales', dpv: null },
  third_party_sharing: { title: 'Third Party Sharing', dpv: null },
  'third_party_sharing.legal_obligation': {
    title: 'Sharing for Legal Obligation',
    dpv: 'dpv:FulfilmentOfObligation',
  },
  train_ai_system: { title: 'Train AI System', dpv: null },
} as const satisfies Record<string, { title: string; dpv: string | null }>;

export type DataUse = keyof typeof DATA_USES;

export const isDataUse = (key: string): key is DataUse => Object.hasOwn(DATA_USES, key);

/** The DPV purpose of a data use, or of its nearest ancestor that has one: exact or broader, never narrower. */
export function dpvPurposeOf(use: DataUse): string | null {
  const parent = parentOf(use);
  return DATA_USES[use].dpv ?? (parent !== null && isDataUse(parent) ? dpvPurposeOf(parent) : null);
}
