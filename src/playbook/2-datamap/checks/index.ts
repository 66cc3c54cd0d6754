import srcActivators from './src-activators/check.ts';
import srcAppendContact from './src-append-contact/check.ts';
import srcExpected from './src-expected/check.ts';
import srcIdresScope from './src-idres-scope/check.ts';
import srcMinFields from './src-min-fields/check.ts';
import srcOrigin from './src-origin/check.ts';
import srcPurposeCompat from './src-purpose-compat/check.ts';
import srcRetention from './src-retention/check.ts';
import srcSensitiveDeclared from './src-sensitive-declared/check.ts';
import srcThirdPartyNotice from './src-third-party-notice/check.ts';
import srcThirdPartyWarranty from './src-third-party-warranty/check.ts';

export const checks = [
  srcActivators,
  srcAppendContact,
  srcExpected,
  srcIdresScope,
  srcMinFields,
  srcOrigin,
  srcPurposeCompat,
  srcRetention,
  srcSensitiveDeclared,
  srcThirdPartyNotice,
  srcThirdPartyWarranty,
] as const;
