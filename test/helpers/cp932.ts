import encoding from 'encoding-japanese';

/** A text as Windows programs in Japan write it. */
export const cp932 = (text: string): Buffer =>
  Buffer.from(encoding.convert(encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }));
