import { describe, expect, it } from 'vitest';
import { findChromium, type Machine } from '#electron/backend/print/find-chromium.ts';

const machine = (platform: NodeJS.Platform, env: Machine['env'], ...files: string[]): Machine => ({
  platform,
  env,
  exists: file => files.includes(file),
});

describe('findChromium', () => {
  it('finds what each system usually has', () => {
    const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
    const windows = {
      ProgramFiles: String.raw`C:\Program Files`,
      'ProgramFiles(x86)': String.raw`C:\Program Files (x86)`,
    };
    expect(findChromium(machine('win32', windows, edge))).toBe(edge);
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium(machine('darwin', { HOME: '/Users/a' }, chrome))).toBe(chrome);
    const own = '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findChromium(machine('darwin', { HOME: '/Users/a' }, own))).toBe(own);
    expect(findChromium(machine('linux', { PATH: '/opt/bin:/usr/bin' }, '/opt/bin/google-chrome'))).toBe(
      '/opt/bin/google-chrome',
    );
    expect(findChromium(machine('linux', {}, '/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  });

  it('takes the one named and no other when that is wrong', () => {
    const env = { DOSEN_CHROMIUM: '/my/browser', PATH: '/usr/bin' };
    expect(findChromium(machine('linux', env, '/my/browser', '/usr/bin/chromium'))).toBe('/my/browser');
    expect(findChromium(machine('linux', env, '/usr/bin/chromium'))).toBeNull();
  });

  it('gives null on a machine without any', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(findChromium(machine(platform, {}))).toBeNull();
  });
});
