import { braze } from './braze.ts';
import type { Destination } from './destination.ts';
import { googleCustomerMatch } from './google-customer-match.ts';
import { hubspot } from './hubspot.ts';
import { klaviyo } from './klaviyo.ts';
import { metaCustomAudience } from './meta-custom-audience.ts';
import { plain } from './plain.ts';

/** Every system whose import files are written, by the name that the command line has for it. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(
  [plain, hubspot, klaviyo, braze, googleCustomerMatch, metaCustomAudience].map((one) => [one.id, one]),
);
