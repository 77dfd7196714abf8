import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

const card = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/cards/${name}`, import.meta.url));

/** The three card files to start with. */
export const sample = {
  sansan: card('01-sansan-like_numbered_utf8bom.csv'),
  eight: card('03-eight_preamble_tagcols_cp932.csv'),
  camcard: card('05-camcard-like_tab_utf16le.csv'),
};

export type GivenFile = string | { name: string; mimeType: string; buffer: Buffer };

const loaded = (file: GivenFile): Exclude<GivenFile, string> =>
  typeof file === 'string'
    ? { name: basename(file), mimeType: 'text/csv', buffer: readFileSync(file) }
    : file;

/** A CSV file of these lines, in UTF-8. */
export const csv = (name: string, ...lines: string[]): Exclude<GivenFile, string> => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

/** 取り込み: give a file, check, run, result. */
export class ImportScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Chooses a file by the button and the system's file chooser. */
  async choose(...files: GivenFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /ファイルを選ぶ|Choose a file/ }).press('Enter');
    await (await chooser).setFiles(files.map(loaded));
  }

  /** The row of a column of the file on the check screen. */
  column(header: string): Locator {
    return this.main
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: header, exact: true }) });
  }

  /** Where a column of the file goes. */
  field(header: string): Locator {
    return this.main.getByRole('combobox', { name: `「${header}」を入れる項目` });
  }

  /** Finds a field by its name and puts a column of the file there, by keys. */
  async pickField(header: string, field: string): Promise<void> {
    await this.field(header).press('Control+a');
    await this.page.keyboard.type(field);
    await expect(this.field(header)).toHaveValue(field);
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toHaveText(field);
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await expect(this.field(header)).toHaveValue(field);
    await this.page.keyboard.press('Escape');
  }

  /** Opens the rows behind a figure. */
  async openRows(outcome: string): Promise<Locator> {
    await this.main.getByRole('button', { name: new RegExp(`^${outcome} [0-9,]+行を見る$`) }).press('Enter');
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Chooses in a closed list by the arrow keys. */
  async chooseByKeys(list: Locator, label: string): Promise<void> {
    await list.focus();
    await this.page.keyboard.press('Home');
    const shown = (): Promise<string | undefined> =>
      list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label);
    for (let i = 0; i < 20 && (await shown()) !== label; i++) await this.page.keyboard.press('ArrowDown');
    expect(await shown()).toBe(label);
  }

  /** What becomes of the rows, as shown: every figure by its label, and the sum under the double rule. */
  async outcomes(): Promise<{ parts: Record<string, number>; total: number }> {
    const table = this.page.getByRole('table', { name: /取り込むとこうなります|取り込んだ結果/ });
    await expect(table).toBeVisible();
    const rows = await table.locator('tbody tr').all();
    const parts: Record<string, number> = {};
    for (const row of rows) {
      const label = (await row.locator('th').evaluate(cell => cell.firstChild?.textContent)) ?? '';
      parts[label] = figure(await row.locator('td.sum-value').innerText());
    }
    return { parts, total: figure(await table.locator('tfoot td').innerText()) };
  }

  /** Takes the file in as it was guessed, by the key. */
  async runByKey(): Promise<void> {
    await expect(this.main.getByRole('button', { name: 'このまま取り込む' })).toBeEnabled({
      timeout: 20_000,
    });
    await this.page.keyboard.press('Control+Enter');
  }

  /** Chooses and takes in a file, to the result. */
  async takeIn(file: GivenFile): Promise<void> {
    await this.choose(file);
    await this.runByKey();
    await this.expectDone();
  }

  async expectDone(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '取り込みました' })).toBeVisible();
  }

  /** From a result back to an empty screen. */
  async another(): Promise<void> {
    await this.main.getByRole('link', { name: '別のファイルを取り込む' }).press('Enter');
  }
}

const figure = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));
