import { logLikelihoodRatio } from '../../src/playbook/7-outcomes/monitors/exact-mixtures.ts';

/** Whether it alarms, after so many sends with so many events; looked at after every batch. */
export type Peer = (events: number, sends: number, look: number) => boolean;

/** A one-sided z-test as if it were looked at once. */
export const naiveZ =
  (bound: number, alpha: number): Peer =>
  (events, sends) =>
    (events - sends * bound) / Math.sqrt(sends * bound * (1 - bound)) > QUANTILES[alpha]!;
const QUANTILES: Record<number, number> = { 0.05: 1.6448536269514722, 0.001: 3.090232306167813 };

/** A fixed threshold that is checked every tenth batch: twice the bound, from 1,000 sends on. */
export const fixedThreshold =
  (bound: number): Peer =>
  (events, sends, look) =>
    look % 10 === 0 && sends >= 1000 && events / sends > 2 * bound;

/**
 * The asymptotic confidence sequence that experimentation tools use, one-sided, tuned to 5,000 sends. Written from
 * Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, Time-uniform central limit theory (2021), proposition 5.
 */
export const asymptotic =
  (bound: number, alpha: number): Peer =>
  (events, sends) => {
    const rate = events / sends;
    const tuned = Math.sqrt((-2 * Math.log(2 * alpha) + Math.log(1 - 2 * Math.log(2 * alpha))) / 5000);
    const scale = sends * tuned ** 2 + 1;
    const half = Math.sqrt(
      (rate * (1 - rate) * 2 * scale * Math.log(Math.sqrt(scale) / (2 * alpha) + 1)) / (sends * tuned) ** 2,
    );
    return rate - half > bound;
  };

/** Wald's test with the true rate given to it: as soon as anything that keeps its promise can be. */
export const oracle =
  (bound: number, alpha: number, ratio: number): Peer =>
  (events, sends) =>
    logLikelihoodRatio(events, sends, bound * ratio, bound) >= Math.log(1 / alpha);
