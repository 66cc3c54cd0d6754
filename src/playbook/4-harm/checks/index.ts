import biasRateRatio from './bias-rate-ratio/check.ts';

export const checks = [biasRateRatio] as const;
