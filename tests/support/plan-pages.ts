import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** Puts a proposal of the list of tasks right on its page: it has its number, and gets a unit that helps. */
export async function putRight(
  page: Page,
  { task, number, helper }: Readonly<Record<'task' | 'number' | 'helper', string>>,
) {
  const listed = page.locator('article', { hasText: task }).first();
  await listed.locator('summary').first().click();
  expect(await listed.locator('input[name=number]').inputValue()).toBe(number);
  await listed.locator('summary', { hasText: '配合单位' }).click();
  await listed.getByLabel(helper, { exact: true }).check();
  await listed.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('已保存。').waitFor();
  await listed.getByText(`配合单位 ${helper}`).waitFor();
}
