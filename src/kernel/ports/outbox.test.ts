import { describe, expect, it } from 'vitest';
import { nextAttempt } from './outbox.ts';

const now = new Date('2026-11-20T09:00:00Z');
const seconds = (attempts: number, jitter = 0): number | null => {
  const next = nextAttempt(attempts, now, jitter);
  return next === null ? null : (next.getTime() - now.getTime()) / 1000;
};

describe('nextAttempt', () => {
  it('waits longer each time and ends', () => {
    const waits = Array.from({ length: 10 }, (_, index) => seconds(index + 1));
    expect(waits.at(-1)).toBeNull();
    const delays = waits.slice(0, -1) as number[];
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.reduce((sum, delay) => sum + delay) / 86_400).toBeGreaterThan(3);
  });

  it('spreads attempts by at most a tenth', () => {
    expect(seconds(2, 0.5)).toBeCloseTo(315);
    expect(seconds(2, 0.999)!).toBeLessThan(330);
  });
});
