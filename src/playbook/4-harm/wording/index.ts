export { detectWording } from './detect-wording.ts';
export { type Judgement, judgeText, type TechniqueSeen } from './judge-text.ts';
export { isMeasured, languageOf, MEASURED_LANGUAGES } from './language.ts';
export { type NormalText, normalise } from './normalise.ts';
export { type WordingGap, wordingGaps } from './wording-gaps.ts';
