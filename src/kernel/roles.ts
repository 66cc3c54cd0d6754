/** What people do here. */
export const PEOPLE_ROLES = [
  'operator',
  'guest',
  'reviewer',
  'customer-advocate',
  'analyst',
  'auditor',
  'administrator',
] as const;
/** What machines do here, by API keys. */
export const MACHINE_ROLES = ['gate', 'intake'] as const;
/** What agents do here whom people let ask for them, by tokens that they set up themselves. */
export const AGENT_ROLE = 'agent';
export const ROLES = [...PEOPLE_ROLES, ...MACHINE_ROLES, AGENT_ROLE] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  operator: 'plans campaigns, scores, journeys and other uses',
  guest: 'an operator from outside, as from an agency, with an end date',
  reviewer: 'judges uses, clears them, confirms small changes and lifts stops',
  'customer-advocate': 'a reviewer who speaks for customers, outside the line of those who sell',
  analyst: 'audits scores and rules by group',
  auditor: 'reads everything but people’s data, and verifies it; the executive’s role, too',
  administrator: 'looks after people, roles, keys, thresholds and retention',
  gate: 'a machine that asks whether a message may be sent',
  intake: 'a machine that delivers events',
  agent: 'an agent whom people let ask for them, under the Data Rights Protocol',
};
