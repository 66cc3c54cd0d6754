import type { Labels } from '../entry.ts';

export const neuroBiometric: Labels = {
  category: 'neuro_biometric',
  strong: {
    en: `biometric*, fingerprint template*, faceprint*, face template*, facial recognition, face recognition, face geometry, voiceprint*, voice print*, iris scan*, retina scan*, gait recognition, keystroke dynamics, palm print*, neural data, brainwave*, brain wave*, eeg reading*, neurodata`,
    de: `biometri*, gesichtserkennung, fingerabdruck*, stimmabdruck*, irisscan*`,
    fr: `biométri*, reconnaissance faciale, empreinte digitale, empreintes digitales, empreinte vocale`,
    es: `biométri*, reconocimiento facial, huella dactilar, huellas dactilares, huella de voz`,
  },
  weak: { en: `face filter, typing cadence, wearable sensor, emotion recognition` },
  columns: `biometric*, fingerprint, fingerprint template, faceprint*, face embedding*, face template, face vector, voiceprint*, voice print, voice embedding*, iris scan*, retina scan*, keystroke*, typing cadence, gait*, palm print, eeg*, neural data`,
};
