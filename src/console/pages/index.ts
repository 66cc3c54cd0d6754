import { audits } from './audits/page.ts';
import { automation } from './automation/page.ts';
import { automations } from './automations/page.ts';
import { boundaries } from './boundaries/page.ts';
import { caps } from './caps/page.ts';
import type { ConsolePage } from './console-page.ts';
import { customer } from './customer/page.ts';
import { customers } from './customers/page.ts';
import { dataMap } from './data-map/page.ts';
import { decision } from './decision/page.ts';
import { evidence } from './evidence/page.ts';
import { gate } from './gate/page.ts';
import { incident } from './incident/page.ts';
import { incidents } from './incidents/page.ts';
import { board, maturity } from './maturity/page.ts';
import { newUse } from './new-use/page.ts';
import { newNotice, notice, notices } from './notices/page.ts';
import { outcomes } from './outcomes/page.ts';
import { overview } from './overview/page.ts';
import { pagePreview } from './page-preview/page.ts';
import { people } from './people/page.ts';
import { person } from './person/page.ts';
import { practice } from './practice/page.ts';
import { dossier, dossiers, request, requests } from './requests/page.ts';
import { review } from './review/page.ts';
import { reviews } from './reviews/page.ts';
import { settings } from './settings/page.ts';
import { shadow } from './shadow/page.ts';
import { stops } from './stops/page.ts';
import { suppression, suppressions } from './suppressions/page.ts';
import { tour, tourStep } from './tour/page.ts';
import { use } from './use/page.ts';
import { uses } from './uses/page.ts';

/** Every page there is; those with an icon stand in the rail in this order. */
export const PAGES: readonly ConsolePage[] = [
  overview,
  tour,
  tourStep,
  uses,
  newUse,
  use,
  reviews,
  review,
  practice,
  dataMap,
  boundaries,
  audits,
  automations,
  automation,
  decision,
  stops,
  gate,
  shadow,
  caps,
  suppressions,
  suppression,
  outcomes,
  incidents,
  incident,
  maturity,
  board,
  requests,
  request,
  dossiers,
  dossier,
  customers,
  customer,
  notices,
  newNotice,
  notice,
  pagePreview,
  people,
  person,
  evidence,
  settings,
];

/** The addresses that the server answers with the console. */
export const ADDRESSES: readonly string[] = PAGES.map(({ path }) => path);
