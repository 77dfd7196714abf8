import { expect, it } from 'vitest';
import { remembered } from '#shared/domain/base/remembered.ts';

/** A function that counts how often it really worked. */
function counted() {
  const asked: string[] = [];
  const work = (text: string, hint: string): { text: string } => {
    asked.push(text);
    return { text: `${text}/${hint}` };
  };
  return { asked, work };
}

it('works once for the same arguments and apart for others', () => {
  const { asked, work } = counted();
  const quick = remembered(work);
  expect(quick('a', 'b')).toEqual({ text: 'a/b' });
  expect(quick('a', 'b')).toBe(quick('a', 'b'));
  expect(quick('a', '","b')).toEqual({ text: 'a/","b' });
  expect(asked).toEqual(['a', 'a']);
});

it('forgets when it holds enough, and never keeps long texts', () => {
  const { asked, work } = counted();
  const quick = remembered(work, 2);
  for (const text of ['a', 'b', 'c', 'a']) quick(text, '');
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
  const long = 'x'.repeat(1000);
  expect(quick(long, '').text).toBe(`${long}/`);
  expect(quick(long, '')).not.toBe(quick(long, ''));
});
