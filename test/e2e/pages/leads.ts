import { expect, type Locator, type Page } from '@playwright/test';

/** リード: the list, best first, and the page of one person beside it. */
export class LeadScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rows(): Locator {
    return this.page.locator('[data-lead-grid] [role=row][aria-selected]');
  }

  /** Rows of people with this name. */
  named(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('gridcell', { name, exact: true }) });
  }

  /** Points in the order of the list. */
  async points(): Promise<number[]> {
    return (await this.rows.locator('.rank-cell b').allInnerTexts()).map(Number);
  }

  /** Searches by `/` and typing. */
  async search(text: string): Promise<void> {
    await this.page.keyboard.press('/');
    await expect(this.page.locator('input:focus')).toBeVisible();
    await this.page.keyboard.type(text);
  }

  get drawer(): Locator {
    return this.page.getByRole('complementary');
  }
}

/** Types a text by conversion, as an input method does; its Enter and Esc are nobody else's. */
export async function convert(field: Locator, text: string): Promise<void> {
  const page = field.page();
  const session = await page.context().newCDPSession(page);
  for (const key of ['Enter', 'Escape']) {
    await session.send('Input.imeSetComposition', { text: 'やま', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    });
    await expect(field).toBeFocused();
  }
  await session.send('Input.insertText', { text });
}
