import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditUses } from '../../src/app/remote/audit-uses.ts';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { openWorkspace } from '../../src/app/workspace.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS, type Sight } from './console.ts';

const USES = ['lead-score', 'quiet-list-repaired'];

describe.skipIf(CANNOT_RUN !== null)('audits', () => {
  let console: ConsoleUnderTest;
  let review = '';
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
    const [workspace, read] = [
      await openWorkspace('examples/harbor'),
      await definitionFiles('examples/harbor'),
    ];
    if (!workspace.ok || !read.ok) throw new Error('the example workspace is not there');
    const { audits } = await auditUses(workspace.value, USES, { at: console.server.now, version: '0.0.0' });
    // What a rule adds, as an audit says it of a file with a column for each rule; the example has none.
    const [lead] = audits;
    const { by } = lead!.report.comparisons[0]!;
    const sides = { group: 61, reference: 12, everyone: 120 };
    const without = { difference: -0.02, ratio: 0.9, selected: 900 };
    const rule = (name: string, shapley: number) => ({
      rule: name,
      heldBack: sides,
      restored: sides,
      without,
      shapley,
      share: shapley,
    });
    const report = {
      ...lead!.report,
      rules: {
        groups: [
          {
            by,
            reference: lead!.report.reference!,
            gap: { now: 0.2, withoutRules: 0.05, opened: 0.15 },
            inconsistent: 0,
            rules: [rule('open-return', 0.1), rule('lapsed-customer', 0.05)],
          },
        ],
        alternatives: [],
        patterns: [],
      },
    };
    const pushed = await console.as('lifecycle').ask('/v1/pushes', {
      method: 'POST',
      body: {
        workspace: 'harbor',
        files: read.value.filter(
          ({ path }) => !path.startsWith('uses/') || USES.includes(path.split('/')[1]!),
        ),
        audits: [{ ...lead, report }, ...audits.slice(1)],
      },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
    const ada = console.as('ada');
    const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, blindShare: 1, hiddenShare: 0 },
    });
    const asked = await console.as('lifecycle').ask('/v1/uses/lead-score/reviews', { method: 'POST' });
    review = asked.body.id;
  }, 90_000);
  afterAll(() => console?.stop());

  const drawn = async ({ page }: Sight, of: string) => {
    const audit = page.getByRole('region', { name: `Audit of ${of}` });
    await audit.locator('svg g').first().waitFor();
    return audit;
  };

  it('are found by what they come to, and lead to their figures', async () => {
    const sight = await console.open('anna', '/audits');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Audits' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(2);
    await page.goto(`${console.url}/audits?verdict=review`);
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('link', { name: 'lead-score' }).focus();
    await page.keyboard.press('Enter');
    const audit = await drawn(sight, 'lead');
    const { body } = await console
      .as('anna')
      .ask(
        `/v1/uses/lead-score/versions/${(await console.as('anna').ask('/v1/uses/lead-score')).body.latestVersion}/audits`,
      );
    const table = audit.getByRole('table', { name: 'Groups of lead' });
    for (const { by, rate } of body.items[0].figures.groups) {
      const row = table.locator('tr', { hasText: `${by.sex}, ${by.age_band}` });
      expect(await row.textContent()).toContain(`${(100 * rate).toFixed(1)}\u00a0%`);
    }
    const names = await table.locator('tbody tr td:first-child').allTextContents();
    expect(names).toEqual([...names].sort());
    expect(await audit.locator('svg').filter({ hasText: 'threshold 4/5' }).count()).toBe(1);
    await audit.getByText('Of 20.0 points between').waitFor();
    expect(await audit.getByRole('table', { name: 'Rules of lead' }).textContent()).toContain(
      'lapsed-customer',
    );
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('show their figures to who has yet to judge, and not what they come to', async () => {
    const sight = await console.open('rita', `/reviews/${review}`);
    await sight.page.getByRole('tab', { name: 'Audits' }).click();
    const audit = await drawn(sight, 'lead');
    await audit.getByText('covered until you judge').waitFor();
    const said = await audit.textContent();
    expect(said).toContain('Furthest below');
    expect(said).not.toMatch(/calls for a review|A diamond/);
    await sight.shoot('audit-review');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('are drawn by a part of the console that other pages do not load', async () => {
    const sight = await console.open('anna', '/audits');
    const asked: string[] = [];
    sight.page.on('request', (request) => asked.push(request.url()));
    await sight.page.reload({ waitUntil: 'networkidle' });
    const drawing = () => asked.filter((url) => url.includes('audit-plots'));
    expect([asked.length > 3, drawing()]).toEqual([true, []]);
    await sight.page.getByRole('link', { name: 'quiet-list-repaired' }).click();
    await drawn(sight, 'open-return');
    expect(drawing().length).toBeGreaterThan(0);
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const list = await console.open('anna', '/audits', looks);
    await list.page.getByRole('table', { name: 'Audits' }).waitFor();
    await list.shoot(`audits-${name}`);
    expect(await list.faults()).toEqual([]);
    await list.close();
    const sight = await console.open('anna', '/uses/lead-score/checks', looks);
    await drawn(sight, 'lead');
    await sight.shoot(`audit-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
