import { afterAll, describe, expect, it, vi } from 'vitest';
import type { DosenShell } from '#shared/contract/shell.ts';

const world: { shell?: DosenShell<File>; calls: [string, unknown][] } = { calls: [] };
let onPort: (event: { ports: unknown[] }) => void = () => undefined;
const posted: unknown[][] = [];

vi.stubGlobal('window', { postMessage: (...given: unknown[]) => posted.push(given) });
vi.stubGlobal('location', { origin: 'app://dosen' });
afterAll(() => vi.unstubAllGlobals());
vi.doMock('electron', () => ({
  contextBridge: {
    exposeInMainWorld(name: string, api: DosenShell<File>) {
      expect(name).toBe('dosenShell');
      world.shell = api;
    },
  },
  ipcRenderer: {
    invoke: (channel: string, input: unknown) => {
      world.calls.push([channel, input]);
      return Promise.resolve({ ref: 'given' });
    },
    on: (channel: string, listener: typeof onPort) => {
      expect(channel).toBe('dosen:port');
      onPort = listener;
    },
  },
  webUtils: { getPathForFile: (file: File & { at?: string }) => file.at ?? '' },
}));

describe('the preload', async () => {
  await import('#electron/preload/index.ts');

  it('gives the page three calls and nothing else', () => {
    expect(Object.keys(world.shell ?? {})).toEqual(['fileRef', 'saveFile', 'saveFiles']);
  });

  it('sends the place of a file, and the bytes of one that has none', async () => {
    world.calls.length = 0;
    await world.shell?.fileRef(Object.assign(new File(['a'], 'cards.csv'), { at: '/given/cards.csv' }));
    await world.shell?.fileRef(new File(['ab'], 'pasted.csv'));
    expect(world.calls).toEqual([
      ['shell:fileRef', { path: '/given/cards.csv' }],
      ['shell:fileRef', { name: 'pasted.csv', bytes: new Uint8Array([97, 98]) }],
    ]);
  });

  it('passes every port on to its own page only', () => {
    onPort({ ports: ['port'] });
    expect(posted).toEqual([['dosen:port', 'app://dosen', ['port']]]);
  });
});
