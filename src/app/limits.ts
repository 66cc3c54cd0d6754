import { durationMs } from '../playbook/4-harm/claims/named-facts.ts';

/** The most time that one query or one answer may take: a workspace may ask for less, and never for more. */
const LONGEST_MS = 10_000;

/** A declared limit as milliseconds, never above the longest. */
export const limitMs = (declared: string | undefined): number =>
  declared === undefined ? LONGEST_MS : Math.min(durationMs(declared), LONGEST_MS);
