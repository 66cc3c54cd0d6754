import { people } from './0001-people.ts';
import { uses } from './0002-uses.ts';
import { useVersions } from './0003-use-versions.ts';
import { unchanging } from './0004-unchanging.ts';
import { reviews } from './0005-reviews.ts';
import { comments } from './0006-comments.ts';
import { clearances } from './0007-clearances.ts';
import { stopsAndWaivers } from './0008-stops-and-waivers.ts';
import { recordsAndPractice } from './0009-records-and-practice.ts';
import { evidence } from './0010-evidence.ts';
import { signedHeads } from './0011-signed-heads.ts';
import { operations } from './0012-operations.ts';
import { endOfAccount } from './0013-end-of-account.ts';
import { currentFindings } from './0014-current-findings.ts';
import { versionsByTime } from './0017-versions-by-time.ts';
import { automations } from './0020-automations.ts';
import { decisions } from './0021-decisions.ts';
import { audits } from './0023-audits.ts';
import { notices } from './0025-notices.ts';
import { choices } from './0026-choices.ts';
import { suppressions } from './0027-suppressions.ts';
import { protectiveHolds } from './0028-protective-holds.ts';
import { contactRhythms } from './0030-contact-rhythms.ts';
import { customerRequests } from './0031-customer-requests.ts';
import { expectationCounts } from './0032-expectation-counts.ts';
import { requestSteps } from './0033-request-steps.ts';
import { personCopies } from './0036-person-copies.ts';
import { authorisedAgents } from './0037-authorised-agents.ts';
import { addressesOfLetters } from './0038-addresses-of-letters.ts';
import { gateContacts } from './0040-gate-contacts.ts';
import { gateDecisions } from './0041-gate-decisions.ts';
import { suppressionLists } from './0042-suppression-lists.ts';
import { gatePeople } from './0043-gate-people.ts';
import { gateUses } from './0044-gate-uses.ts';
import { holdsFrom } from './0045-holds-from.ts';
import { gateChanges } from './0046-gate-changes.ts';
import { sendIncidents } from './0047-send-incidents.ts';
import { outcomes } from './0050-outcomes.ts';
import { agentCallbacks } from './0052-agent-callbacks.ts';
import { gateWorld } from './0054-gate-world.ts';
import { holdersAndHolds } from './0055-holders-and-holds.ts';
import { intakeCounts } from './0056-intake-counts.ts';
import { outcomeQuarantine } from './0057-outcome-quarantine.ts';
import { outcomeCounts } from './0058-outcome-counts.ts';
import { outcomeTellings } from './0059-outcome-tellings.ts';
import { outcomeDelays } from './0060-outcome-delays.ts';
import { incidents } from './0061-incidents.ts';
import { alarmReviews } from './0062-alarm-reviews.ts';
import { maturity } from './0063-maturity.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema in order. Add at the end; what has been published stays as it is. */
export const MIGRATIONS: readonly Migration[] = [
  people,
  uses,
  useVersions,
  unchanging,
  reviews,
  comments,
  clearances,
  stopsAndWaivers,
  recordsAndPractice,
  evidence,
  signedHeads,
  operations,
  endOfAccount,
  currentFindings,
  versionsByTime,
  automations,
  decisions,
  audits,
  notices,
  choices,
  suppressions,
  protectiveHolds,
  contactRhythms,
  customerRequests,
  expectationCounts,
  requestSteps,
  personCopies,
  authorisedAgents,
  addressesOfLetters,
  gateContacts,
  gateDecisions,
  suppressionLists,
  gatePeople,
  gateUses,
  holdsFrom,
  gateChanges,
  sendIncidents,
  outcomes,
  agentCallbacks,
  gateWorld,
  holdersAndHolds,
  intakeCounts,
  outcomeQuarantine,
  outcomeCounts,
  outcomeTellings,
  outcomeDelays,
  incidents,
  alarmReviews,
  maturity,
];
