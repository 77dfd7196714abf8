import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, checkAddress } from '#shared/domain/mail/address.ts';
import { counted } from '#test/helpers/runs.ts';

describe('mail addresses', () => {
  it.each([
    ['Taro.Yamada@Example.co.jp', 'taro.yamada@example.co.jp'],
    ['taro+expo2026@example.co.jp', 'taro@example.co.jp'],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'taro@example.jp'],
    // Punycode of 日本語.jp as registered with the registry of .jp.
    ['info@日本語.jp', 'info@xn--wgv71a119e.jp'],
    ['info@XN--WGV71A119E.jp', 'info@xn--wgv71a119e.jp'],
    [' hanako@example.com. ', 'hanako@example.com'],
    ['+tag@example.com', '+tag@example.com'],
  ])('%s is known as %s', (typed, key) => {
    expect(addressKey(typed)).toBe(key);
  });
  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['taro', 'notAnAddress'],
    ['@example.com', 'notAnAddress'],
    ['a@b@example.com', 'notAnAddress'],
    ['taro yamada@example.com', 'notAnAddress'],
    ['山田@example.com', 'nonAsciiLocal'],
    ['taro@localhost', 'badDomain'],
    ['taro@-x.jp', 'badDomain'],
    ['taro@10.0.0.1', 'badDomain'],
    ['taro@example..jp', 'badDomain'],
    ['taro@example.com\r\nBcc: x@y.jp', 'controlCharacter'],
    [`${'a'.repeat(65)}@example.com`, 'tooLong'],
  ])('%j is refused as %s', (typed, problem) => {
    expect(checkAddress(typed)).toEqual({ ok: false, problem });
  });
  it('accepts old carrier addresses and says so', () => {
    expect(checkAddress('foo..bar.@docomo.ne.jp')).toMatchObject({ ok: true, oldCarrierForm: true });
    expect(checkAddress('foo.bar@docomo.ne.jp')).toMatchObject({ ok: true, oldCarrierForm: false });
  });
  it('gives every writing of one mailbox the same key', () => {
    const local = fc.stringMatching(/^[a-z0-9]{1,10}(?:\.[a-z0-9]{1,10})?$/);
    const tag = fc.option(fc.stringMatching(/^[a-z0-9-]{1,8}$/));
    fc.assert(
      fc.property(local, tag, fc.boolean(), fc.boolean(), (name, plus, upper, wide) => {
        const text = `${name}${plus === null ? '' : `+${plus}`}@例え.example.jp`;
        const cased = upper ? text.toUpperCase() : text;
        const typed = wide
          ? cased.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
          : cased;
        expect(addressKey(typed)).toBe(`${name}@xn--r8jz45g.example.jp`);
      }),
      counted(2_000),
    );
  });
});
