import type { ComponentType } from 'react';
import type { Story } from '../../../api/client.ts';
import { Afterwards } from './afterwards.tsx';
import { Alarms } from './alarms.tsx';
import { Cost } from './cost.tsx';
import { Harm } from './harm.tsx';
import { Pressure } from './pressure.tsx';
import { Repair } from './repair.tsx';
import { Simulated } from './simulated.tsx';

export interface Step {
  readonly title: string;
  readonly Shows: ComponentType<{ readonly story: Story }>;
}

/** The tour in its order; the address of each is its place, from 1. */
export const STEPS: readonly Step[] = [
  { title: 'The pressure sells', Shows: Pressure },
  { title: 'What it does to whom', Shows: Harm },
  { title: 'The monitors see it', Shows: Alarms },
  { title: 'The review, and the repaired message', Shows: Repair },
  { title: 'Afterwards', Shows: Afterwards },
  { title: 'What it cost, and what did not work', Shows: Cost },
  { title: 'What is simulated, and what is not', Shows: Simulated },
];
