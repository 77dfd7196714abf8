import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { QUIET } from '#test/setup/browser.ts';
import { startHost } from '#test/e2e/support/host.ts';
import { systemChromium } from '#test/setup/system.ts';
import { storeOf } from './million.ts';
import type { Bench } from './pairs.ts';
import { folder } from './stores.ts';

const FRAMES = 150;
/** Two rows a frame: a wheel turned fast. */
const STEP = 64;
/** Rows in the page at any time, whatever the list holds. */
const MOST_ROWS = 60;
/** Rows between the starts of two runs, so that every run brings windows nobody has read before. */
const APART = 4000;

/**
 * Scripted scroll through the list, a step a frame, against the very same page whose rows are plain and stay: each side
 * tells 1 + the tasks of the page's thread that took over 50 ms (Long Tasks API, W3C).
 */
export async function scrollBench(leads: number, limit: number): Promise<Bench> {
  if (!existsSync('out/renderer/index.html'))
    throw new Error('npm run build first: this bench shows the built page');
  const dir = join(folder, 'scroll');
  mkdirSync(dir, { recursive: true });
  const store = await storeOf(dir, leads);
  const host = await startHost({ data: dir, store });
  const executablePath = systemChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: QUIET });
  const list = await openList(browser, host.url, host.origin);
  const plain = await openList(browser, host.url, host.origin);
  await plain.evaluate(makeStatic, FRAMES * STEP);
  let run = 0;
  return {
    name: `scroll through ${leads} leads`,
    limit,
    unit: 'tasks',
    product: async () => {
      run += 1;
      return 1 + (await scrolled(list, (run * APART * 32) % ((leads - APART) * 32)));
    },
    floor: async () => 1 + (await scrolled(plain, 0)),
    close: async () => {
      await browser.close();
      await host.stop();
    },
  };
}

async function openList(browser: Browser, url: string, origin: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'ja-JP' });
  await page.goto(url);
  await page.goto(`${origin}/#/leads`);
  await page.locator('[data-lead-grid] [role=row][aria-selected]').first().waitFor();
  await page.waitForTimeout(500);
  return page;
}

/** In the page: the list as it stands, its rows repeated down to `height`, with nothing behind it that reacts. */
function makeStatic(height: number): void {
  const grid = document.querySelector<HTMLElement>('[data-lead-grid]');
  const copy = grid?.cloneNode(true) as HTMLElement;
  const box = copy.querySelector<HTMLElement>('.lead-rows');
  const rows = [...copy.querySelectorAll<HTMLElement>('.lead-row')];
  const rowHeight = 32;
  const count = Math.ceil((height + 1200) / rowHeight);
  box?.replaceChildren(
    ...Array.from({ length: count }, (_, i) => {
      const row = rows[i % rows.length]?.cloneNode(true) as HTMLElement;
      row.style.transform = `translateY(${i * rowHeight}px)`;
      return row;
    }),
  );
  grid?.replaceWith(copy);
}

/** Scrolls from `start` and counts the long tasks. Throws when the list did not move, stays empty or holds too many rows. */
async function scrolled(page: Page, start: number): Promise<number> {
  const seen = await page.evaluate(
    async ({ from, frames, step }) => {
      const grid = document.querySelector<HTMLElement>('[data-lead-grid]');
      if (!grid) throw new Error('no list');
      const frame = async (): Promise<void> =>
        await new Promise(resolve => {
          requestAnimationFrame(() => resolve());
        });
      grid.scrollTop = from;
      for (let i = 0; i < 30; i++) await frame();
      let tasks = 0;
      const observer = new PerformanceObserver(entries => {
        tasks += entries.getEntries().length;
      });
      observer.observe({ type: 'longtask' });
      let most = 0;
      for (let i = 0; i < frames; i++) {
        grid.scrollTop += step;
        await frame();
        most = Math.max(most, grid.querySelectorAll('.lead-row').length);
      }
      for (let i = 0; i < 30; i++) await frame();
      tasks += observer.takeRecords().length;
      observer.disconnect();
      const filled = grid.querySelectorAll('.lead-row [role=gridcell]').length;
      return { tasks, most, filled, moved: grid.scrollTop - from };
    },
    { from: start, frames: FRAMES, step: STEP },
  );
  const isStatic = start === 0;
  if (seen.moved < FRAMES * STEP * 0.9 || seen.filled === 0)
    throw new Error(`did not scroll: ${JSON.stringify(seen)}`);
  if (!isStatic && seen.most > MOST_ROWS) throw new Error(`${seen.most} rows in the page`);
  return seen.tasks;
}
