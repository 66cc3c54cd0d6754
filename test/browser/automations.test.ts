import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const MODEL = {
  link: 'logit',
  intercept: -2,
  missing: 'mean',
  coefficients: { orders_last_year: 0.5, open_returns: -1, visits_last_month: 0.05 },
  means: { orders_last_year: 2, open_returns: 0.2, visits_last_month: 4 },
};
const AUTOMATION =
  'automation: { decision: notable, logic: "orders raise it, returns lower it", review: desk@harbor.example, stop_owner: cdo@harbor.example, contest: "Write to us: a person looks again within 14 days" }';
const head = (use: string, kind: string): string =>
  `use: ${use}\nkind: ${kind}\nowner: lifecycle@harbor.example\npurpose: marketing.communications.email\nbasis: consent\n`;
const FILES: Readonly<Record<string, string>> = {
  'scruple.yaml': 'organisation: Harbor (fictional)\njurisdictions: [eu]\n',
  'datamap/desk.yaml': `source: desk
origin: observed
datasets:
  - dataset: desk.customers
    subjects: customer
    fields:
      - { field: orders_last_year, category: user.behavior, collected_for: [marketing], basis: consent, description: "Orders in the last twelve months. Without returns" }
      - { field: open_returns, category: user.behavior, collected_for: [marketing], basis: consent }
      - { field: has_disability, category: user.health_and_medical, collected_for: [marketing], basis: consent }
`,
  'uses/callback/use.yaml': `${head('callback', 'score')}fields: [desk.customers.orders_last_year, desk.customers.email]
${AUTOMATION}
scores: [{ name: callback, model: model.json, objective: "kept orders", harm_term: complaints, threshold: 0.5, changeable: [{ feature: orders_last_year, from: 0, to: 20 }] }]
`,
  'uses/callback/model.json': JSON.stringify(MODEL),
  'uses/care-call/use.yaml': `${head('care-call', 'score')}${AUTOMATION}
scores: [{ name: care, model: model.json, threshold: 0.5 }]
`,
  'uses/care-call/model.json': JSON.stringify({
    ...MODEL,
    coefficients: { ...MODEL.coefficients, has_disability: -2 },
    means: { ...MODEL.means, has_disability: 0.1 },
  }),
  'uses/helper/use.yaml': `${head('helper', 'assistant')}channels: [chat]
automation: { decision: notable, logic: "answers questions", review: desk@harbor.example, stop_owner: cdo@harbor.example, tools: [{ name: look-up, does: "reads the orders", fields: [desk.customers.orders_last_year] }] }
messages: [{ file: hello.txt }, { file: night.txt, transcript: true }]
scores: [{ name: prompt, model: prompt.md }]
`,
  'uses/helper/hello.txt': 'Hello, I am an automated assistant of Harbor. How can I help?',
  'uses/helper/night.txt': 'Hurry, only 2 hours left! Last chance, buy now before it is too late!',
  'uses/helper/prompt.md': 'You help customers of Harbor with their orders.',
};
const INPUTS = { orders_last_year: 1, open_returns: 1, visits_last_month: 4 };

describe.skipIf(CANNOT_RUN !== null)('automations', () => {
  let console: ConsoleUnderTest;
  const decided = async (use: string, decider: string, inputs: object, outcome = 'not-called-back') => {
    const { body } = await console.as('lifecycle').ask('/v1/explanations', {
      method: 'POST',
      body: { use, decider, subject: 'c-17', inputs, outcome },
    });
    return body.decision as string;
  };
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const { status } = await console.as('lifecycle').ask('/v1/pushes', {
      method: 'POST',
      body: { workspace: 'desk', files: Object.entries(FILES).map(([path, text]) => ({ path, text })) },
    });
    expect(status).toBe(201);
  }, 90_000);
  afterAll(() => console?.stop());

  it('are found by what weighs most, and lead to what one looks at', async () => {
    const sight = await console.open('rita', '/automations');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Automations' }).locator('tbody tr');
    await rows.first().waitFor();
    await page.getByLabel('Name or owner').fill('callb');
    await page.waitForURL(/query=callb/);
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('link', { name: 'callback' }).click();
    await page.getByRole('heading', { level: 1, name: 'callback' }).waitFor();
    const inputs = page.getByRole('table', { name: /What callback looks at/ });
    const returns = inputs.locator('tr', { hasText: 'open_returns' }).first();
    expect(await returns.textContent()).toContain('not declared');
    expect(await inputs.locator('tr', { hasText: 'visits_last_month' }).textContent()).toContain(
      'not in the data map',
    );
    await page.getByText('desk.customers.email').waitFor();
    await page.getByText('single decisions can be explained exactly').waitFor();
    await sight.close();
  });

  it('show an assistant with its prompt, its tools, and what was found in a transcript', async () => {
    const sight = await console.open('lifecycle', '/automations/helper');
    const { page } = sight;
    await page.getByText('You help customers of Harbor with their orders.').waitFor();
    await page.getByRole('heading', { name: 'Tool: look-up' }).waitFor();
    await page.getByText(/\d findings?, shown below/).waitFor();
    await page.getByRole('article', { name: /Deadlines are real/ }).waitFor();
    await sight.shoot('automation-assistant');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('take a drill by keyboard alone, and say what the server would not take', async () => {
    const sight = await console.open('lifecycle', '/automations/callback');
    const { page } = sight;
    const open = page.getByRole('button', { name: 'Record a drill' });
    await open.focus();
    await page.keyboard.press('Enter');
    const started = page.getByLabel('When somebody said stop');
    await started.waitFor();
    await started.fill('2026-11-19T09:01:20');
    await page.getByLabel('When nothing was decided any more').fill('2026-11-19T09:00:00');
    await page.getByLabel('Note').focus();
    await page.keyboard.type('by the switch at the desk');
    await page.keyboard.press('Tab');
    expect(await sight.focused()).toBe('Record it');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('A drill ends before it began').waitFor();
    expect(await sight.violations()).toEqual([]);
    await started.fill('2026-11-19T08:59:00');
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('table', { name: 'Drills' }).getByText('60 seconds').waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await sight.close();
  });

  it('offer no drill to who may not record one', async () => {
    const sight = await console.open('anna', '/automations/callback');
    await sight.page.getByRole('heading', { name: 'Drills of stopping it' }).waitFor();
    expect(await sight.page.getByRole('button', { name: 'Record a drill' }).count()).toBe(0);
    await sight.close();
  });

  it('explain a decision, and take an override that nobody is named in', async () => {
    const id = await decided('callback', 'callback', INPUTS);
    const sight = await console.open('lifecycle', '/automations/callback');
    const { page } = sight;
    await page.getByLabel('Id of the decision').fill(id);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Why: not called back' }).waitFor();
    await page
      .getByText('Open returns lowers the score more than everything else together.')
      .first()
      .waitFor();
    await page.getByText('went from 1 to 6').first().waitFor();
    await page.getByText('Not close').first().waitFor();
    await page.getByLabel('What it should be').fill('called-back');
    await page.getByRole('textbox', { name: 'Why', exact: true }).fill('she wrote to us yesterday');
    await page.getByRole('button', { name: 'Override it' }).click();
    await page.getByRole('listitem').getByText('called back').waitFor();
    const card = page.frameLocator('iframe[title="The card for colleagues"]');
    await card.getByRole('heading', { name: 'How sure it is' }).waitFor();
    await page.getByText('For the person').click();
    const told = page.frameLocator('iframe[title="The card for the person"]');
    await told.getByText('counts against it').first().waitFor();
    expect(await told.locator('body').textContent()).not.toContain('she wrote to us');
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('show what is protected to a reviewer for a purpose alone', async () => {
    const id = await decided('care-call', 'care', { ...INPUTS, has_disability: 1 });
    const operator = await console.open('lifecycle', `/decisions/${id}`);
    await operator.page.getByText('Something that is protected').first().waitFor();
    expect(await operator.page.getByRole('button', { name: 'Show it' }).count()).toBe(0);
    await operator.close();
    const sight = await console.open('rita', `/decisions/${id}`);
    await sight.page.getByLabel('Purpose for which you need').fill('contest of C-17');
    await sight.page.getByRole('button', { name: 'Show it' }).click();
    await sight.page
      .getByText(/has disability lowers/i)
      .first()
      .waitFor();
    await sight.page.getByText('for the purpose that you gave').waitFor();
    await sight.close();
  });

  it('call a decision that nobody can explain a finding', async () => {
    const id = await decided('callback', 'callback', { ...INPUTS, mood: 1 });
    const sight = await console.open('lifecycle', `/decisions/${id}`);
    await sight.page.getByText('must not weigh on a person').waitFor();
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const id = await decided('callback', 'callback', { ...INPUTS, visits_last_month: null });
    for (const [page, path, heading] of [
      ['automations', '/automations', 'Automations'],
      ['automation', '/automations/callback', 'callback'],
      ['decision', `/decisions/${id}`, 'Why: not called back'],
    ] as const) {
      const sight = await console.open('lifecycle', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      if (page === 'decision') {
        // A frame that was never in view is not painted.
        await sight.page.locator('iframe').scrollIntoViewIfNeeded();
        await sight.page.frameLocator('iframe').getByRole('heading', { name: 'How sure it is' }).waitFor();
      }
      await sight.shoot(`${page}-${name}`);
      expect([page, await sight.faults()]).toEqual([page, []]);
      await sight.close();
    }
  });
});
