import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretBox } from '#electron/backend/ports.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Version of the sealed form; also authenticated with it. */
const MARK = 'kf1';

/**
 * Weak protection for hosts without a keychain: AES-256-GCM under a key that lies in the data folder, readable by its
 * owner alone. It guards a store that is copied or backed up without the key, and nothing more; hosts say so.
 * `open` throws when the text was sealed under another key or was changed.
 */
export function keyFileBox(dataFolder: string): SecretBox {
  let key: Promise<Buffer> | undefined;
  const theKey = (): Promise<Buffer> => (key ??= readOrMakeKey(dataFolder));
  return {
    kind: 'keyFile',
    async seal(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', await theKey(), iv).setAAD(Buffer.from(MARK));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${MARK}:${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')}`;
    },
    async open(sealed) {
      const [mark, body = ''] = sealed.split(':');
      if (mark !== MARK) throw new Error('sealed elsewhere');
      const bytes = Buffer.from(body, 'base64');
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', await theKey(), iv, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(MARK))
        .setAuthTag(tag);
      const plain = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]).toString('utf8');
    },
  };
}

/** `wx` makes exactly one of two starting processes the maker of the key; the other reads it. */
async function readOrMakeKey(dataFolder: string): Promise<Buffer> {
  const path = join(dataFolder, 'secret.key');
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600);
    const made = randomBytes(KEY_BYTES);
    await file.writeFile(made);
    await file.sync();
    await file.close();
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = await readFile(path);
  if (key.length !== KEY_BYTES) throw new Error('secret.key is damaged');
  return key;
}
