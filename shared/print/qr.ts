import { encode } from 'uqr';
import { html, type Markup } from './html.ts';

/**
 * A QR code (level M) as one inline SVG path without quiet zone: the page around it must stay white for four modules.
 * The text is printed beside it for people, so the drawing itself is only named.
 */
export function qrSvg(text: string, label: string): Markup {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
