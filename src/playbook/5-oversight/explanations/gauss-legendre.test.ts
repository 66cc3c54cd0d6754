import { expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

it('integrates every power of x over [0, 1] up to twice its points less one', () => {
  for (let count = 1; count <= 16; count += 1) {
    const { points, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power += 1) {
      const sum = points.reduce((total, point, index) => total + weights[index]! * point ** power, 0);
      expect(Math.abs(sum - 1 / (power + 1)), `${count} points, power ${power}`).toBeLessThan(1e-14);
    }
  }
});
