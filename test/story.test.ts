import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALWAYS, pressure, sale } from '../scripts/story/campaigns.ts';
import { storyPage } from '../scripts/story/page.ts';
import { type Customer, customers } from '../scripts/story/people.ts';
import { simulate } from '../scripts/story/simulate.ts';
import { tellStory } from '../scripts/story/tell.ts';
import { watch } from '../src/playbook/7-outcomes/watch.ts';
import { storySchema } from '../src/report/story/schema.ts';

const shipped = storySchema.parse(
  JSON.parse(await readFile(new URL('../examples/story/year.json', import.meta.url), 'utf8')),
);

describe('the year of the story', () => {
  it('is what the simulator and the monitors make of its seed', () => {
    expect(tellStory(shipped.seed, shipped.people)).toEqual(shipped);
  }, 600_000);

  it('is told by docs/story.md', async () => {
    const page = await readFile(new URL('../docs/story.md', import.meta.url), 'utf8');
    expect(page, 'run: node scripts/make-story.ts').toBe(storyPage(shipped));
  });

  it('plants harm in two groups, and alarms about both', () => {
    const groups = shipped.alarms
      .filter(({ use, group }) => use === pressure.use && group !== null)
      .map(({ group }) => group);
    expect(groups).toContainEqual({ age_band: '65+' });
    expect(groups).toContainEqual({ tenure: 'new' });
  });

  it('is better afterwards, and says what it cost', () => {
    const kept = (world: 'watched' | 'unwatched', from: string, until: string) =>
      shipped[world].months
        .filter(({ month }) => month >= from && month <= until)
        .reduce((sum, month) => sum + month.kept, 0);
    expect(kept('watched', '2026-06', '2026-10')).toBeGreaterThan(kept('unwatched', '2026-06', '2026-10'));
    // The pressure did sell: whoever stops it loses orders in these months.
    expect(kept('watched', '2026-02', '2026-02')).toBeLessThan(kept('unwatched', '2026-02', '2026-02'));
    const reachable = (world: 'watched' | 'unwatched') => shipped[world].months.at(-1)!.reachable;
    expect(reachable('watched')).toBeGreaterThan(reachable('unwatched'));
  });
});

describe.each([1, 2, 3])('another seed (%i)', (seed) => {
  const people = customers(seed, 1_500);
  const { events } = simulate({ seed, customers: people, campaigns: [...ALWAYS, pressure] });
  const half = events.filter(({ at }) => at < Date.parse('2026-05-01T00:00:00Z'));

  it('pauses the pressure and leaves the honest sale with the same gross lift alone', () => {
    const { alarms } = watch(half);
    const paused = alarms.filter(({ action }) => action === 'pause').map(({ use }) => use);
    expect(paused).toContain(pressure.use);
    expect(paused).not.toContain(sale.use);
    expect(paused).not.toContain('season-letter');
    // Each group of the planted harm by itself, where nobody stops it before.
    const groups = alarms
      .filter(({ use, action }) => use === pressure.use && action === 'pause')
      .map(({ group }) => group);
    expect(groups).toContainEqual({ age_band: '65+' });
    expect(groups).toContainEqual({ tenure: 'new' });
  }, 120_000);

  it('simulates the same twice, and nobody of the seed beside it', () => {
    const again = simulate({ seed, customers: customers(seed, 1_500), campaigns: [...ALWAYS, pressure] });
    expect(again.events).toEqual(events);
    const beside = (traits: readonly Customer[]): readonly number[] => traits.map(({ buying }) => buying);
    const others = new Set(beside(customers(seed + 1, 1_500)));
    expect(beside(people).filter((buying) => others.has(buying)).length).toBeLessThan(15);
  });
});
