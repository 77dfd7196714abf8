import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '#shared/print/html.ts';

describe('html', () => {
  it('escapes everything put in, in text and in attributes', () => {
    const hostile = `"><img src=x onerror='alert(1)'>&amp;`;
    expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(
      `<a title="${escapeHtml(hostile)}">${escapeHtml(hostile)}</a>`,
    );
    expect(escapeHtml(hostile)).toBe('&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;');
  });

  it('takes markup as it is, lists in order, and leaves nothing for null', () => {
    const items = ['a', '<b>'].map(text => html`<li>${text}</li>`);
    expect(html`<ul>${items}${null}</ul>${1.5}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>1.5');
  });

  it('drops control characters and keeps line ends, tabs and rare kanji', () => {
    expect(escapeHtml('a\u0000b\u001B[31m\u0085c\td\n𠮷髙')).toBe('ab[31mc\td\n𠮷髙');
  });
});
