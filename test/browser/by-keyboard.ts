import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST = 250;

/** Goes on with the tabulator until something has the focus, as somebody without a mouse does. */
export async function reach(target: Locator): Promise<void> {
  await target.first().waitFor();
  const page = target.page();
  for (let press = 0; press < MOST; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no number of tabulators leads to ${target}`);
}

export async function press(target: Locator): Promise<void> {
  await reach(target);
  await target.page().keyboard.press('Enter');
}

export async function write(target: Locator, words: string): Promise<void> {
  await reach(target);
  await target.page().keyboard.type(words);
}

/** Chooses among radio buttons: the tabulator leads to the group, the arrows lead through it. */
export async function choose(page: Page, group: string, label: string): Promise<void> {
  const all = page.getByRole('radiogroup', { name: group }).getByRole('radio');
  await all.first().waitFor();
  const count = await all.count();
  for (let stop = 0; stop < MOST && !(await anyFocused(all)); stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const wanted = page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: label, exact: true });
  for (let step = 0; step < count && !(await wanted.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) throw new Error(`no arrow leads to ${label}`);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.first().evaluate((one) => one === one.ownerDocument.activeElement);

const anyFocused = (targets: Locator): Promise<boolean> =>
  targets.evaluateAll((all) => all.some((one) => one === one.ownerDocument.activeElement));
