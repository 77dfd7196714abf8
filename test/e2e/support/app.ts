import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { test as base, expect, type Page } from '@playwright/test';
import type { RouterClient } from '@orpc/server';
import type { router } from '#electron/backend/rpc/router.ts';
import { type HostOptions, type RunningHost, startHost } from './host.ts';

export type Client = RouterClient<typeof router>;

/** The app of one test: its own host, data folder and window. */
export class App {
  readonly page: Page;
  readonly data: string;
  readonly #complaints: string[] = [];
  /** Complaints a test provokes on purpose. */
  readonly #expected: RegExp[] = [];
  #host: RunningHost | undefined;

  constructor(page: Page, data: string) {
    this.page = page;
    this.data = data;
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type()))
        this.#complain(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', error => this.#complain(`page error: ${error.message}`));
    page.on('request', request => {
      const { protocol, hostname } = new URL(request.url());
      if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1')
        this.#complain(`request to ${request.url()}`);
    });
  }

  get host(): RunningHost {
    if (!this.#host) throw new Error('start the app first');
    return this.#host;
  }

  /** Starts the host, without a window. */
  async start(options: Partial<HostOptions> = {}): Promise<void> {
    this.#host = await startHost({ data: this.data, ...options });
  }

  /** Starts the host where none runs, and shows a place. */
  async open(path = '/', options: Partial<HostOptions> = {}): Promise<void> {
    if (!this.#host) await this.start(options);
    await this.page.goto(this.host.url);
    await this.show(path);
  }

  /** Goes to a place by its address. */
  async show(path: string): Promise<void> {
    await this.page.goto(`${this.host.origin}/#${path}`);
    await expect(this.page.getByRole('main')).toBeVisible();
  }

  /** Closes the app and starts it again on the same data; `kill`: the power went. */
  async restart(options: Partial<HostOptions> & { kill?: boolean } = {}): Promise<void> {
    // The open window loses its connection meanwhile.
    this.expectComplaint(
      /ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|CONNECTION_RESET)/,
    );
    await this.page.goto('about:blank');
    await (options.kill ? this.host.kill() : this.host.stop());
    this.#host = undefined;
    await this.open('/', options);
  }

  /** Types into the field that the last key or click gives the focus to, as a person would who watches for it. */
  async type(text: string): Promise<void> {
    await expect(this.page.locator(':is(input, textarea):focus')).toBeVisible();
    await this.page.keyboard.type(text);
  }

  /** A client of the same host, as a second window would be. */
  async client(): Promise<Client> {
    const response = await fetch(this.host.url, { redirect: 'manual' });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return createORPCClient(new RPCLink({ url: `${this.host.origin}/rpc`, headers: { cookie } }));
  }

  /** Names a console message this test provokes. */
  expectComplaint(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Everything the window complained about that nobody expected. */
  complaints(): string[] {
    return [...new Set(this.#complaints)].filter(text => !this.#expected.some(pattern => pattern.test(text)));
  }

  /** Takes a picture into test-results/screens. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `test-results/screens/${name}.png` });
  }

  /** WCAG 2.2 AA by axe, in light and in dark; takes a picture of both into test-results/screens. */
  async inspect(name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(this.page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`)).toBeAttached();
      await this.picture(`${name}-${colorScheme}`);
      const axe = new AxeBuilder({ page: this.page });
      // Colours are all that differs between the two.
      if (colorScheme === 'light') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      else axe.withRules(['color-contrast']);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
      expect(found, `axe on ${name} in ${colorScheme}`).toEqual([]);
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  async stop(): Promise<void> {
    await this.#host?.stop();
  }

  #complain(text: string): void {
    this.#complaints.push(text);
  }
}

/** Every test gets its own app and fails on anything the console or the network says. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const data = mkdtempSync(join(tmpdir(), 'dosen-e2e-'));
    const app = new App(page, data);
    await use(app);
    await page.close();
    await app.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    expect(app.complaints()).toEqual([]);
  },
});

export { expect };
