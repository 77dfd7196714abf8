/** The nonce the host put into the page for style tags, or an empty text where none is needed. */
export function styleNonce(): string {
  const given = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return given.startsWith('__') ? '' : given;
}
