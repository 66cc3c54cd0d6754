import type { Registry } from 'prom-client';
import type { ServerDependencies } from '../create-server.ts';
import type { Api } from '../fastify-types.ts';
import type { ServerLimits } from '../limits.ts';
import { addAccessRoutes } from './access.ts';
import { addAuditRoutes } from './audits.ts';
import { addAutomationRoutes } from './automations.ts';
import { addBoundaryRoutes } from './boundaries.ts';
import { addCharterRoutes } from './charter.ts';
import { addClearanceRoutes } from './clearances.ts';
import { addDataMapRoutes } from './datamap.ts';
import { addEvidenceRoutes } from './evidence.ts';
import { addExplanationRoutes } from './explanations.ts';
import { addGateRoutes } from './gate.ts';
import { addGateSettingRoutes } from './gate-settings.ts';
import { addHealthRoutes } from './health.ts';
import { addKeyRoutes } from './keys.ts';
import { addLedgerRoutes } from './ledger.ts';
import { addLinkRoutes } from './links.ts';
import { addNewUseRoutes } from './new-uses.ts';
import { addOptInRoutes } from './opt-in.ts';
import { addOverviewRoutes } from './overview.ts';
import { addPagePreviewRoutes } from './page-previews.ts';
import { addPageRoutes } from './pages.ts';
import { addPeopleRoutes } from './people.ts';
import { addPreferenceRoutes } from './preferences.ts';
import { addPreviewRoutes } from './previews.ts';
import { addQuietHourRoutes } from './quiet-hours.ts';
import { addRecordRoutes } from './records.ts';
import { addRequestRoutes } from './requests.ts';
import { addRetentionRoutes } from './retention.ts';
import { addReviewRoutes } from './reviews.ts';
import { addSettingRoutes } from './settings.ts';
import { addSignInRoutes } from './sign-in.ts';
import { addStatisticsRoutes } from './statistics.ts';
import { addUnsubscribeRoutes } from './unsubscribe.ts';
import { addUseRoutes } from './uses.ts';
import { addWellKnownRoutes } from './well-known.ts';
import { addWhyRoutes } from './why.ts';

export interface RouteDependencies extends Omit<ServerDependencies, 'limits'> {
  readonly limits: ServerLimits;
  readonly metrics: Registry;
}

/** Every route there is. */
export function addRoutes(app: Api, dependencies: RouteDependencies): void {
  addHealthRoutes(app, dependencies);
  addPageRoutes(app, dependencies);
  addOverviewRoutes(app, dependencies);
  addSignInRoutes(app, dependencies);
  // Forms are read on these routes alone.
  void app.register(async (inner) => addLinkRoutes(inner as unknown as Api, dependencies));
  addPeopleRoutes(app, dependencies);
  addKeyRoutes(app, dependencies);
  addUseRoutes(app, dependencies);
  addNewUseRoutes(app, dependencies);
  addPreviewRoutes(app, dependencies);
  addReviewRoutes(app, dependencies);
  addClearanceRoutes(app, dependencies);
  addRecordRoutes(app, dependencies);
  addStatisticsRoutes(app, dependencies);
  addSettingRoutes(app, dependencies);
  addRetentionRoutes(app, dependencies);
  addAuditRoutes(app, dependencies);
  addAutomationRoutes(app, dependencies);
  addExplanationRoutes(app, dependencies);
  addBoundaryRoutes(app, dependencies);
  addDataMapRoutes(app, dependencies);
  addLedgerRoutes(app, dependencies);
  addRequestRoutes(app, dependencies);
  addAccessRoutes(app, dependencies);
  addEvidenceRoutes(app, dependencies);
  addUnsubscribeRoutes(app, dependencies);
  addPreferenceRoutes(app, dependencies);
  addPagePreviewRoutes(app, dependencies);
  addQuietHourRoutes(app, dependencies);
  addWhyRoutes(app, dependencies);
  addOptInRoutes(app, dependencies);
  addCharterRoutes(app, dependencies);
  addWellKnownRoutes(app);
  addGateRoutes(app, dependencies);
  addGateSettingRoutes(app, dependencies);
}
