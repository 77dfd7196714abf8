import { onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { newQueryClient, refresher } from '#renderer/lib/queries.ts';

afterEach(() => onlineManager.setOnline(true));

/** A store of one figure, read by a screen; a read answers with what stood there when it was asked. */
function screenOver(store: { figure: number }) {
  const answers: (() => void)[] = [];
  const queries = newQueryClient();
  const observer = new QueryObserver(queries, {
    queryKey: ['figure'],
    queryFn: async () => {
      const { figure } = store;
      await new Promise<void>(resolve => answers.push(resolve));
      return figure;
    },
  });
  observer.subscribe(() => undefined);
  return { queries, shown: () => observer.getCurrentResult().data, answer: () => answers.shift()?.() };
}

test('a commit during the very first read of a screen is shown', async () => {
  const store = { figure: 1 };
  const screen = screenOver(store);
  const committed = refresher(screen.queries);
  store.figure = 2;
  committed();
  screen.answer();
  await expect.poll(screen.shown).toBe(1);
  await expect.poll(() => screen.queries.isFetching()).toBe(1);
  screen.answer();
  await expect.poll(screen.shown).toBe(2);
});

test('commits that come while reading share one more round', async () => {
  const store = { figure: 1 };
  const screen = screenOver(store);
  screen.answer();
  await expect.poll(screen.shown).toBe(1);
  const committed = refresher(screen.queries);
  committed();
  for (store.figure = 2; store.figure < 50; store.figure++) committed();
  let reads = 0;
  await expect
    .poll(() => {
      if (screen.queries.isFetching() > 0) reads++;
      screen.answer();
      return screen.shown();
    })
    .toBe(50);
  expect(reads).toBeLessThanOrEqual(3);
});

test('reading and writing go on where the laptop has no network', async () => {
  onlineManager.setOnline(false);
  const screen = screenOver({ figure: 1 });
  await expect.poll(() => screen.queries.isFetching()).toBe(1);
  screen.answer();
  await expect.poll(screen.shown).toBe(1);
  const written = screen.queries
    .getMutationCache()
    .build(screen.queries, { mutationFn: async () => 'written' });
  await expect(written.execute(undefined)).resolves.toBe('written');
});
