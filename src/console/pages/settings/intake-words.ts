import type { IntakeSystemSystem } from '../../api/client.ts';

/** Of what is read of the intake, for all who change it. */
export const INTAKE_KEY = ['settings', 'intake'];

const NAMES: Readonly<Record<IntakeSystemSystem, string>> = {
  sendgrid: 'SendGrid',
  mailgun: 'Mailgun',
  postmark: 'Postmark',
  mailjet: 'Mailjet',
  resend: 'Resend',
  customerio: 'Customer.io',
  hubspot: 'HubSpot',
  segment: 'Segment',
  rudderstack: 'RudderStack',
  braze: 'Braze Currents',
  klaviyo: 'Klaviyo',
  twilio: 'Twilio, answers to texts',
  sms: 'Another gateway of texts',
  arf: 'Feedback reports by mail',
  ses: 'Amazon SES',
};

/** How people call a system; `own` is what a company’s own programs deliver with a key. */
export const systemName = (system: string): string =>
  system === 'own'
    ? 'Own programs, with a key'
    : Object.hasOwn(NAMES, system)
      ? NAMES[system as IntakeSystemSystem]
      : system;
