import { geometryOf, type PrintLayout } from '#shared/domain/calls/print-layout.ts';

/**
 * A4 to the millimetre. A sheet is exactly as large as the paper: a hair more and every page is followed by a blank one.
 * Every block is `flex: none`, or the header would shrink to let an extra row in. Column widths add up to 268 mm; with
 * the two outer lines the table is 268.7 mm wide, so the browser has no slack to hand out.
 * Digits come from BIZ UDGothic ("Dosen Digits"): those of BIZ UDPGothic differ in width and don't line up.
 * No meaning rests on colour; the lightest text (#707070 on white) has a contrast of 5:1 in greyscale.
 */
const sheetCss = `
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font:400 9pt/1.25 "Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif;line-break:strict}
a{color:inherit;text-decoration:none}
ul{list-style:none}
.sheet{overflow:hidden;break-after:page;display:flex;flex-direction:column;background:#fff}
.sheet:last-child{break-after:auto}
.head{flex:none;height:14mm;display:flex;justify-content:space-between}
.head .what{flex:1;min-width:0;padding:1mm 4mm 0 0}
.title{display:flex;align-items:baseline;gap:3.5mm;height:7mm;white-space:nowrap;overflow:hidden}
h1{font-size:14pt;font-weight:700;line-height:7mm;min-width:0;overflow:hidden;text-overflow:ellipsis}
.title .week{flex:none;font-size:12pt;font-weight:700}
.practice{flex:none;font-size:10pt;font-weight:700;border:.5mm solid #000;padding:0 1.5mm;line-height:5mm;align-self:center}
.order{font-size:7.5pt;height:5.6mm;line-height:4.4mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.who{flex:none;max-width:95mm;padding:1mm 3.5mm 0 0;text-align:right;font-size:10pt;white-space:nowrap}
.who div{height:5.6mm;line-height:5.6mm}
.who .caller{display:flex;justify-content:flex-end;gap:1.5mm}
.who .caller b{min-width:0;overflow:hidden;text-overflow:ellipsis}
.mono,.tel,.no{font-family:"BIZ UDGothic","Noto Sans JP Variable",monospace}
.qr{flex:none;width:12mm;height:12mm;display:block;fill:#000}
.seal{display:block;width:5.2mm;height:5.2mm;margin:0 auto .5mm;font-size:11pt;font-weight:700;line-height:5.2mm;border-radius:.7mm;overflow:hidden}
.seal.hot{background:#000;color:#fff}
.seal.mid{border:.5mm solid #000;line-height:4.2mm}
.seal.low{border:.2mm solid #000;font-weight:400;line-height:4.8mm}
.order .codes{font-size:7pt;line-height:2.8mm;white-space:nowrap;max-height:5.6mm}
.codes{display:flex;flex-wrap:wrap;align-content:flex-start;column-gap:2.5mm;white-space:nowrap}
.notes{flex:none;height:7.2mm;padding-top:1.2mm;font-size:7.5pt;line-height:3mm}
.notes .codes{max-height:6mm;overflow:hidden}
.foot{flex:none;gap:4mm;height:7mm;margin-top:auto;display:flex;justify-content:space-between;align-items:flex-end;font-size:8pt;line-height:4.6mm;white-space:nowrap}
.tallies{display:flex;gap:2.5mm}
.tallies u{display:inline-block;width:9mm;height:4mm;border-bottom:.2mm solid #000;text-decoration:none;vertical-align:bottom}
.tallies i{display:inline-block;width:3.6mm;height:3.6mm;border:.25mm solid #000;margin-left:1mm;vertical-align:-.6mm}
`;

const tableCss = `
.rows,.blocks{flex:none;table-layout:fixed;border-collapse:separate;border-spacing:0;border:.35mm solid #000}
.list th{padding:0 1mm;background:#e6e6e6;font-size:8pt;font-weight:700;text-align:left;white-space:nowrap;border-bottom:.2mm solid #666;border-right:.2mm solid #999}
.list td{padding:0 1mm;vertical-align:middle;border-bottom:.2mm solid #666;border-right:.2mm solid #999}
.list th:last-child,.list td:last-child{border-right:0}
td>div{overflow:hidden}
.list .no,.list .rank,.list .next,.list th:first-child{text-align:center;padding:0}
.no{font-size:10pt}
.off{font-size:7.5pt;text-decoration:none}
.points{font-size:7pt;line-height:3mm;white-space:nowrap}
.strong{font-weight:700;line-height:3.9mm;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow-wrap:anywhere}
.sub{font-size:7.5pt;line-height:3.3mm;display:flex;justify-content:space-between;gap:1mm;white-space:nowrap}
.sub>:first-child{min-width:0;overflow:hidden;text-overflow:ellipsis}
.tel{font-size:11pt;font-weight:700;line-height:4.9mm;overflow-wrap:anywhere}
.tel2{font-size:7.5pt;line-height:3.3mm;overflow-wrap:anywhere}
.long .tel{font-size:9pt;line-height:4mm}
.phone.tight .tel,.phone.tight .tel2{font-size:6.5pt;line-height:2.7mm}
.line{font-size:7.5pt;line-height:3.6mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.line:first-child{font-weight:700}
.list td.results{padding:0 .2mm 0 .6mm}
.boxes{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));row-gap:1.2mm;font-size:7pt;line-height:4.4mm}
.boxes span{white-space:nowrap;display:flex;align-items:center;gap:.4mm}
.boxes i{flex:none;font-style:normal;width:3.9mm;height:4.4mm;border:.25mm solid #000;border-radius:.4mm;text-align:center;line-height:3.9mm;font-size:6.5pt;color:#707070}
.boxes .wide{gap:.8mm}
.boxes .wide i{flex:1;min-width:3.9mm;max-width:6.6mm}
.next{font-size:8pt;line-height:5.4mm;white-space:nowrap}
.next .hint{color:#707070}
.next .small{font-size:7pt}
`;

const rowsCss = `
.rows{width:268.7mm}
.c1{width:8mm}.c2{width:10mm}.c3{width:48mm}.c4{width:28mm}.c5{width:29mm}.c6{width:37mm}.c7{width:51mm}.c8{width:17mm}.c9{width:40mm}
.rows thead tr,.rows th{height:7mm}
.rows th:nth-child(2),.rows th:nth-child(8){text-align:center;padding:0}
.rows tbody tr:last-child td{border-bottom:0}
`;

/** Lower rows hold the same in less height: less air between lines, the company on one line. */
const DENSITY_CSS = {
  roomy: '',
  regular: `
.strong{-webkit-line-clamp:1}
.line{line-height:3.4mm}
.boxes{row-gap:.6mm}
.next{line-height:5.2mm}
.two .tel2{font-size:6.5pt;line-height:2.8mm}
.long .tel2{font-size:7pt;line-height:3.1mm}
.phone.tight .tel,.phone.tight .tel2{font-size:6pt;line-height:2.6mm}
`,
  tight: `
.strong{-webkit-line-clamp:1}
.seal{margin-bottom:.2mm}
.line{line-height:3mm}
.boxes{row-gap:.2mm;line-height:4.2mm}
.boxes i{height:4.2mm;line-height:3.7mm}
.next{line-height:4.4mm}
.tel{line-height:4.2mm}
.two .tel2{font-size:6pt;line-height:2.4mm}
.long .tel{line-height:3.6mm}
.long .tel2{font-size:6.5pt;line-height:2.7mm}
.phone.tight .tel,.phone.tight .tel2{font-size:5.5pt;line-height:2.2mm}
`,
} as const;

/** A block of two lines, 11.5 and 12.5 mm; the columns of both share their edges. */
const blocksCss = `
.blocks{width:181.7mm}
.b1{width:11mm}.b2{width:40mm}.b3{width:18mm}.b4{width:33mm}.b5{width:32mm}.b6{width:47mm}
.blocks thead tr,.blocks th{height:5mm}
.blocks tbody tr:first-child,.blocks tbody tr:first-child td{height:11.5mm}
.blocks tbody tr:last-child,.blocks tbody tr:last-child td{height:12.5mm}
.blocks tbody tr:first-child td:not(.no){border-bottom-color:#bbb}
.blocks tbody:last-child tr:last-child td,.blocks tbody:last-child .no{border-bottom:0}
.blocks .no div{line-height:4.4mm;margin-bottom:1mm}
.blocks .no .points{margin:0}
.blocks .strong{line-height:3.7mm}
.blocks .next{padding:0 1mm;text-align:left}
.sheet h1{font-size:12pt}
.title{gap:2mm}
.title .week{font-size:10pt}
.blocks .next div{display:inline-block;min-width:15mm}
.foot{flex-wrap:wrap;align-content:flex-end;font-size:7.5pt;line-height:3.4mm;gap:0 4mm}
.foot .tallies{width:100%}
.tallies u,.tallies i{height:3mm}
.tallies i{width:3mm}
.two .tel2{font-size:6.5pt;line-height:2.8mm}
.long .tel2{font-size:7pt;line-height:3.1mm}
.phone.tight .tel,.phone.tight .tel2{font-size:6pt;line-height:2.6mm}
`;

/** The style of a list in a layout. */
export function callListCss(layout: PrintLayout): string {
  const { width, height, margin, rowHeight } = geometryOf(layout);
  const { top, right, bottom, left } = margin;
  const paper = `@page{size:A4 ${layout.paper};margin:0}
.sheet{width:${width}mm;height:${height}mm;padding:${top}mm ${right}mm ${bottom}mm ${left}mm}`;
  const rows =
    layout.paper === 'landscape'
      ? `${rowsCss}.rows tbody tr,.rows td{height:${rowHeight}mm}
.rows td>div{max-height:${rowHeight - 0.4}mm}${DENSITY_CSS[layout.density]}`
      : `${blocksCss}.blocks tr:first-child td>div{max-height:11.1mm}.blocks tr:last-child td>div{max-height:12.1mm}`;
  return `${paper}${sheetCss}${tableCss}${rows}
@media screen{body{background:transparent}.sheet{margin:0 auto 6mm}}
`;
}
