import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { AuditsTable } from './audits.ts';
import type { AgentRequestsTable, AuthorisedAgentsTable } from './authorised-agents.ts';
import type {
  AutomationsTable,
  DecisionOverridesTable,
  DecisionsTable,
  StopDrillsTable,
} from './automations.ts';
import type {
  ClearancesTable,
  PracticeAnswersTable,
  PracticeCasesTable,
  RecordsTable,
  SigningKeysTable,
  StopsTable,
  WaiversTable,
} from './clearances.ts';
import type {
  ContactRhythmsTable,
  CustomerRequestEventsTable,
  CustomerRequestsTable,
  ExpectationCountsTable,
} from './customer-pages.ts';
import type {
  EvidenceEntriesTable,
  EvidenceHeadTable,
  PersonKeysTable,
  SignedHeadsTable,
} from './evidence.ts';
import type {
  GateAuditSketchesTable,
  GateClaimsTable,
  GateContactsTable,
  GateCountsTable,
  GateDecisionsTable,
  GateLeasesTable,
  GatePeopleTable,
  GateUsesTable,
  SuppressionListsTable,
  SuppressionRowsTable,
} from './gate.ts';
import type { GateChangesTable, GateFeedTable, SendIncidentsTable } from './gate-feed.ts';
import type { AlarmReviewsTable, IncidentEventsTable, IncidentsTable } from './incidents.ts';
import type { IntakeCountsTable, OutcomeQuarantineTable } from './intake.ts';
import type {
  ChoiceStatesTable,
  ChoicesTable,
  CustomerAddressesTable,
  NoticesTable,
  ProtectiveHoldsTable,
  SuppressionsTable,
} from './ledger.ts';
import type { MaturityAttestationsTable, MaturityDaysTable, MaturityLoweringsTable } from './maturity.ts';
import type { IdempotencyKeysTable, MigrationsTable, OutboxTable, SettingsTable } from './operations.ts';
import type {
  AlarmsTable,
  MonitoredUsesTable,
  OutcomeCountsTable,
  OutcomeEventsTable,
  OutcomeLagsTable,
  OutcomeRampsTable,
  OutcomeRecountsTable,
  OutcomeStreamsTable,
  OutcomeTellingsTable,
} from './outcomes.ts';
import type { ApiKeysTable, OneTimeTokensTable, PeopleTable } from './people.ts';
import type { PersonCopiesTable } from './person-copies.ts';
import type {
  CommentsTable,
  ConditionsTable,
  ReviewEventsTable,
  ReviewHoursTable,
  ReviewsTable,
} from './reviews.ts';
import type {
  FindingsTable,
  StoredFilesTable,
  UseMembersTable,
  UsesTable,
  UseVersionsTable,
} from './uses.ts';

/** Every table of ours. In SQL the names are written with underscores. */
export interface Tables {
  people: PeopleTable;
  apiKeys: ApiKeysTable;
  oneTimeTokens: OneTimeTokensTable;
  uses: UsesTable;
  useMembers: UseMembersTable;
  storedFiles: StoredFilesTable;
  useVersions: UseVersionsTable;
  findings: FindingsTable;
  reviews: ReviewsTable;
  reviewEvents: ReviewEventsTable;
  comments: CommentsTable;
  conditions: ConditionsTable;
  reviewHours: ReviewHoursTable;
  signingKeys: SigningKeysTable;
  clearances: ClearancesTable;
  stops: StopsTable;
  waivers: WaiversTable;
  audits: AuditsTable;
  automations: AutomationsTable;
  stopDrills: StopDrillsTable;
  decisions: DecisionsTable;
  decisionOverrides: DecisionOverridesTable;
  records: RecordsTable;
  practiceCases: PracticeCasesTable;
  practiceAnswers: PracticeAnswersTable;
  notices: NoticesTable;
  choices: ChoicesTable;
  choiceStates: ChoiceStatesTable;
  customerAddresses: CustomerAddressesTable;
  suppressions: SuppressionsTable;
  protectiveHolds: ProtectiveHoldsTable;
  contactRhythms: ContactRhythmsTable;
  customerRequests: CustomerRequestsTable;
  customerRequestEvents: CustomerRequestEventsTable;
  expectationCounts: ExpectationCountsTable;
  gateLeases: GateLeasesTable;
  gateContacts: GateContactsTable;
  gateDecisions: GateDecisionsTable;
  gateCounts: GateCountsTable;
  gatePeople: GatePeopleTable;
  gateUses: GateUsesTable;
  gateClaims: GateClaimsTable;
  gateAuditSketches: GateAuditSketchesTable;
  suppressionLists: SuppressionListsTable;
  suppressionRows: SuppressionRowsTable;
  personCopies: PersonCopiesTable;
  authorisedAgents: AuthorisedAgentsTable;
  agentRequests: AgentRequestsTable;
  outcomeEvents: OutcomeEventsTable;
  outcomeQuarantine: OutcomeQuarantineTable;
  intakeCounts: IntakeCountsTable;
  outcomeCounts: OutcomeCountsTable;
  outcomeStreams: OutcomeStreamsTable;
  outcomeRecounts: OutcomeRecountsTable;
  outcomeTellings: OutcomeTellingsTable;
  outcomeLags: OutcomeLagsTable;
  outcomeRamps: OutcomeRampsTable;
  monitoredUses: MonitoredUsesTable;
  alarms: AlarmsTable;
  alarmReviews: AlarmReviewsTable;
  incidents: IncidentsTable;
  incidentEvents: IncidentEventsTable;
  evidenceEntries: EvidenceEntriesTable;
  evidenceHead: EvidenceHeadTable;
  signedHeads: SignedHeadsTable;
  personKeys: PersonKeysTable;
  idempotencyKeys: IdempotencyKeysTable;
  settings: SettingsTable;
  outbox: OutboxTable;
  gateChanges: GateChangesTable;
  gateFeed: GateFeedTable;
  sendIncidents: SendIncidentsTable;
  maturityDays: MaturityDaysTable;
  maturityAttestations: MaturityAttestationsTable;
  maturityLowerings: MaturityLoweringsTable;
  migrations: MigrationsTable;
}

/** A connection or an open transaction: whatever a repository function may ask. */
export type Database = Kysely<Tables>;
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;
export type Changes<Table extends keyof Tables> = Updateable<Tables[Table]>;
