import type { Labels } from '../entry.ts';
import { accountCredentials } from './account-credentials.ts';
import { addiction } from './addiction.ts';
import { ageMinor } from './age-minor.ts';
import { ageOlder } from './age-older.ts';
import { capability } from './capability.ts';
import { citizenshipImmigration } from './citizenship-immigration.ts';
import { commsContent } from './comms-content.ts';
import { crimeVictim } from './crime-victim.ts';
import { criminal } from './criminal.ts';
import { disability } from './disability.ts';
import { emotion } from './emotion.ts';
import { finDistress } from './fin-distress.ts';
import { genderIdentity } from './gender-identity.ts';
import { genetic } from './genetic.ts';
import { govId } from './gov-id.ts';
import { health } from './health.ts';
import { incomeAssistance } from './income-assistance.ts';
import { lifeEvent } from './life-event.ts';
import { maritalFamily } from './marital-family.ts';
import { military } from './military.ts';
import { nationalOrigin } from './national-origin.ts';
import { neuroBiometric } from './neuro-biometric.ts';
import { political } from './political.ts';
import { preciseGeo } from './precise-geo.ts';
import { protectedRights } from './protected-rights.ts';
import { raceEthnicity } from './race-ethnicity.ts';
import { religionBelief } from './religion-belief.ts';
import { reproductive } from './reproductive.ts';
import { sexGender } from './sex-gender.ts';
import { sexLifeOrientation } from './sex-life-orientation.ts';
import { union } from './union.ts';

/** The words of every sensitive category; a test holds the list against the categories themselves. */
export const LABELS: readonly Labels[] = [
  accountCredentials,
  addiction,
  ageMinor,
  ageOlder,
  capability,
  citizenshipImmigration,
  commsContent,
  crimeVictim,
  criminal,
  disability,
  emotion,
  finDistress,
  genderIdentity,
  genetic,
  govId,
  health,
  incomeAssistance,
  lifeEvent,
  maritalFamily,
  military,
  nationalOrigin,
  neuroBiometric,
  political,
  preciseGeo,
  protectedRights,
  raceEthnicity,
  religionBelief,
  reproductive,
  sexGender,
  sexLifeOrientation,
  union,
];
