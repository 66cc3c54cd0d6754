import audienceWithoutDefinition from './audience-without-definition/check.ts';
import segDpia from './seg-dpia/check.ts';
import segFindistress from './seg-findistress/check.ts';
import segGeoSensitive from './seg-geo-sensitive/check.ts';
import segHec from './seg-hec/check.ts';
import segInferred from './seg-inferred/check.ts';
import segLifeevent from './seg-lifeevent/check.ts';
import segMinSize from './seg-min-size/check.ts';
import segMinor from './seg-minor/check.ts';
import segProxy from './seg-proxy/check.ts';
import segSpecialBasis from './seg-special-basis/check.ts';
import segVulnExploit from './seg-vuln-exploit/check.ts';
import segVulnProtect from './seg-vuln-protect/check.ts';

export const checks = [
  audienceWithoutDefinition,
  segDpia,
  segFindistress,
  segGeoSensitive,
  segHec,
  segInferred,
  segLifeevent,
  segMinSize,
  segMinor,
  segProxy,
  segSpecialBasis,
  segVulnExploit,
  segVulnProtect,
] as const;
