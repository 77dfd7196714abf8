import type { PrintLayout } from '#shared/domain/calls/print-layout.ts';

/** The cover: boxes under a head and over a foot; nothing smaller than 7 pt, the script never below 8. */
const boxesCss = `
.front{flex:1;min-height:0;display:grid;gap:3mm 4mm;padding-top:1mm}
.box{border:.25mm solid #000;padding:1.5mm 2.5mm;overflow:hidden}
.box h2{font-size:9pt;font-weight:700;line-height:4.8mm;white-space:nowrap}
.script{border-width:.4mm;padding:2mm 2.6mm;grid-area:script}
.script h2{font-size:10pt;line-height:6mm}
.script h3{font-size:8pt;font-weight:700;background:#e6e6e6;padding:0 1mm;line-height:4.4mm}
.script p{overflow-wrap:anywhere}
.script .say{margin-bottom:1.2mm}
.script .mark{padding-left:6mm;text-indent:-4.5mm}
.script .mark b{display:inline-block;width:4.5mm;text-indent:0}
.ten p{font-size:10pt;line-height:4.9mm}
.nine p{font-size:9pt;line-height:4.6mm}
.eight p{font-size:8pt;line-height:4.1mm}
.side{grid-area:side;display:flex;flex-direction:column;gap:3mm;min-height:0}
.lower{grid-area:lower;display:flex;gap:4mm;min-height:0}
.counts .ranks{display:flex;gap:4mm;font-size:9pt;line-height:4.8mm;white-space:nowrap}
.counts h3{font-size:8pt;font-weight:700;line-height:4.4mm}
.counts ul{display:flex;flex-wrap:wrap;column-gap:3mm}
.counts li{font-size:7.5pt;line-height:3.5mm;white-space:nowrap}
.front table{width:100%;table-layout:fixed;border-collapse:collapse}
.codes-table td,.codes-table th{font-size:7.5pt;line-height:3.1mm;padding:.35mm .6mm;vertical-align:top;border-top:.2mm solid #999;text-align:left;overflow-wrap:anywhere}
.codes-table th{border-top:0}
.codes-table .key{font:700 8pt "BIZ UDGothic",monospace;width:4mm}
.k1{width:4.5mm}.k2{width:11.5mm}.k3{width:32mm}
.codes-table .word{font-weight:700;white-space:nowrap}
.limits{font-size:7pt;line-height:3.2mm;padding-top:.6mm}
.tally{flex:1;display:flex;flex-direction:column}
.tally table{flex:1}
.sums th,.sums td{border:.2mm solid #666;font-size:8pt;font-weight:400;padding:0 1mm}
.sums thead th{height:4.6mm;background:#e6e6e6;font-weight:700}
.sums thead th:first-child,.sums tbody th{width:26mm;text-align:left;white-space:nowrap}
.sums .off{background:#ccc}
.sums .sum th,.sums .sum td{border-top:.4mm solid #000;font-weight:700}
.promises{flex:1;min-height:0}
.promises li{font-size:7.5pt;line-height:4.2mm;white-space:nowrap}
.promises li{display:flex;gap:2mm}
.promises .blank{height:6.3mm;border-bottom:.2mm solid #999}
.promises li b{flex:none;min-width:20mm}
.promises .whom{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis}
.supervisor{flex:none;width:46mm}
.supervisor li{font-size:8pt;line-height:6mm;white-space:nowrap}
.supervisor i{display:inline-block;width:3.6mm;height:3.6mm;border:.25mm solid #000;margin-right:1.6mm;vertical-align:-.6mm}
.supervisor .sign{display:flex;font-size:8pt;line-height:6mm;white-space:nowrap}
.supervisor u{flex:1;max-width:40mm;border-bottom:.2mm solid #000;margin:0 2mm 1mm}
`;

const PAPER_CSS = {
  landscape: `
.front{grid-template:"script side" 110mm "lower side" 1fr / 170mm 95mm}
.front.more{grid-template:"script" auto / 269mm;align-content:start}
`,
  portrait: `
.front{grid-template:"script script" 110mm "side lower" 1fr / 99mm 79mm}
.front.more{grid-template:"script" auto / 182mm;align-content:start}
.side{gap:1.5mm}
.lower{flex-direction:column;gap:3mm}
.lower .promises{flex:none;height:49mm}
.promises li b{min-width:18mm}
.promises li{gap:1mm}
.sums thead th:first-child,.sums tbody th{width:23mm}
.sums thead th{font-size:6.5pt;white-space:nowrap;padding:0}
.supervisor{width:auto}
`,
} as const;

/** The style of the cover on a paper. */
export const coverCss = ({ paper }: PrintLayout): string => `${boxesCss}${PAPER_CSS[paper]}`;
