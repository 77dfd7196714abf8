import { markPractice } from '#electron/backend/settings/settings.ts';
import type { Sender } from '#shared/domain/mail/sender.ts';
import type { TestBackend } from './backend.ts';

/** A sender with everything the law wants in a mail. */
export const testSender: Sender = {
  company: '株式会社導線商事',
  department: '営業企画部',
  person: '鈴木 一郎',
  postalCode: '100-0001',
  postalAddress: '東京都千代田区千代田1-1',
  phone: '03-0000-0000',
  contactAddress: 'info@dosen.example',
  refusalAddress: 'stop@dosen.example',
  refusalUrl: '',
};

/** Makes the open store a practice store. */
export async function makePractice(t: TestBackend): Promise<void> {
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => await markPractice(tx));
}

/** Sets up a real store to hand its mails to a server on this machine. */
export async function useServer(t: TestBackend, port: number): Promise<void> {
  await t.client.mail.saveSender(testSender);
  await t.client.mail.saveAccount({
    fromName: '株式会社導線商事',
    fromAddress: 'suzuki@dosen.example',
    host: '127.0.0.1',
    port,
    security: 'none',
    userName: '',
  });
}
