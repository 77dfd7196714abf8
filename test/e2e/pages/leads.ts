import type { Locator, Page } from '@playwright/test';

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
    await this.page.keyboard.type(text);
  }

  get drawer(): Locator {
    return this.page.getByRole('complementary');
  }
}
