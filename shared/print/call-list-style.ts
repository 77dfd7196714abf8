/** Rows a sheet holds: 210 − 10 − 8 (padding) − 14 (header) − 7 (table head) − 7 (footer) mm leaves room for 12 × 13 mm. */
export const ROWS_PER_SHEET = 12;

/**
 * A4 landscape to the millimetre. Left 18 mm keeps ink clear of a two-hole punch (hole centre 12 mm, Ø 6 mm).
 * The sheet is exactly 297 × 210: a hair more and every page is followed by a blank one. Every block is
 * `flex: none`, or the header would shrink to let an extra row in. Column widths add up to 268 mm; with the two
 * outer lines the table is 268.7 mm wide, so the browser has no slack to hand out.
 * Digits come from BIZ UDGothic ("Dosen Digits"): those of BIZ UDPGothic differ in width and don't line up.
 * No meaning rests on colour; the lightest text (#707070 on white) has a contrast of 5:1 in greyscale.
 */
export const callListCss = `
@page{size:A4 landscape;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font:400 9pt/1.25 "Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif;line-break:strict}
a{color:inherit;text-decoration:none}
.sheet{width:297mm;height:210mm;overflow:hidden;break-after:page;display:flex;flex-direction:column;padding:10mm 10mm 8mm 18mm;background:#fff}
.sheet:last-child{break-after:auto}
.head{flex:none;height:14mm;display:flex;justify-content:space-between}
.head .what{flex:1;min-width:0;padding:1mm 4mm 0 0}
.title{display:flex;align-items:baseline;gap:3.5mm;height:7mm;white-space:nowrap;overflow:hidden}
h1{font-size:14pt;font-weight:700;line-height:7mm;min-width:0;overflow:hidden;text-overflow:ellipsis}
.title .week{flex:none;font-size:12pt;font-weight:700}
.practice{flex:none;font-size:10pt;font-weight:700;border:.5mm solid #000;padding:0 1.5mm;line-height:5mm;align-self:center}
.order{font-size:7.5pt;height:4.4mm;line-height:4.4mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.who{flex:none;max-width:95mm;padding:1mm 3.5mm 0 0;text-align:right;font-size:10pt;white-space:nowrap}
.who div{height:5.6mm;line-height:5.6mm}
.who .caller{display:flex;justify-content:flex-end;gap:1.5mm}
.who .caller b{min-width:0;overflow:hidden;text-overflow:ellipsis}
.mono,.tel,.no{font-family:"BIZ UDGothic","Noto Sans JP Variable",monospace}
.qr{flex:none;width:12mm;height:12mm;display:block;fill:#000}
table{flex:none;width:268.7mm;table-layout:fixed;border-collapse:separate;border-spacing:0;border:.35mm solid #000}
.c1{width:8mm}.c2{width:10mm}.c3{width:48mm}.c4{width:28mm}.c5{width:29mm}.c6{width:37mm}.c7{width:51mm}.c8{width:17mm}.c9{width:40mm}
thead tr{height:7mm}
th{height:7mm;padding:0 1mm;background:#e6e6e6;font-size:8pt;font-weight:700;text-align:left;white-space:nowrap;border-bottom:.2mm solid #666;border-right:.2mm solid #999}
tbody tr{height:13mm}
td{height:13mm;padding:0 1mm;vertical-align:middle;border-bottom:.2mm solid #666;border-right:.2mm solid #999}
th:last-child,td:last-child{border-right:0}
tbody tr:last-child td{border-bottom:0}
th:first-child,th:nth-child(2),.no,.rank,.next{text-align:center;padding:0}
th:nth-child(8){text-align:center;padding:0}
td>div{max-height:12.6mm;overflow:hidden}
.no{font-size:10pt}
.seal{display:block;width:5.2mm;height:5.2mm;margin:0 auto .5mm;font-size:11pt;font-weight:700;line-height:5.2mm;border-radius:.7mm;overflow:hidden}
.seal.hot{background:#000;color:#fff}
.seal.mid{border:.5mm solid #000;line-height:4.2mm}
.seal.low{border:.2mm solid #000;font-weight:400;line-height:4.8mm}
.points{font-size:7pt;line-height:3mm;white-space:nowrap}
.strong{font-weight:700;line-height:3.9mm;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow-wrap:anywhere}
.sub{font-size:7.5pt;line-height:3.3mm;display:flex;justify-content:space-between;gap:1mm;white-space:nowrap}
.sub>:first-child{min-width:0;overflow:hidden;text-overflow:ellipsis}
.tel{font-size:11pt;font-weight:700;line-height:4.9mm;overflow-wrap:anywhere}
.tel2{font-size:7.5pt;line-height:3.3mm;overflow-wrap:anywhere}
.long .tel{font-size:9pt;line-height:4mm}
.tight .tel,.tight .tel2{font-size:6.5pt;line-height:2.7mm}

.line{font-size:7.5pt;line-height:3.6mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.line:first-child{font-weight:700}
td.results{padding:0 .2mm 0 .6mm}
.boxes{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));row-gap:1.2mm;font-size:7pt;line-height:4.4mm}
.boxes span{white-space:nowrap;display:flex;align-items:center;gap:.4mm}
.boxes i{flex:none;font-style:normal;width:3.9mm;height:4.4mm;border:.25mm solid #000;border-radius:.4mm;text-align:center;line-height:3.9mm;font-size:6.5pt;color:#707070}
.boxes .wide{gap:.8mm}
.boxes .wide i{width:6.6mm}
.next{font-size:8pt;line-height:5.4mm;white-space:nowrap}
.next .hint{color:#707070}
.next .small{font-size:7pt}
.notes{flex:none;height:7.2mm;padding-top:1.2mm;display:flex;justify-content:space-between;gap:6mm;font-size:7.5pt;line-height:3mm}
.notes div{max-height:6mm;overflow:hidden}
.notes .codes{display:flex;flex-wrap:wrap;align-content:flex-start;column-gap:2.5mm;white-space:nowrap}
.notes .out{flex:none;text-align:right;max-width:130mm}
.foot{flex:none;gap:4mm;height:7mm;margin-top:auto;display:flex;justify-content:space-between;align-items:flex-end;font-size:8pt;line-height:4.6mm;white-space:nowrap}
.tallies{display:flex;gap:2.5mm}
.tallies u{display:inline-block;width:9mm;height:4mm;border-bottom:.2mm solid #000;text-decoration:none;vertical-align:bottom}
.tallies i{display:inline-block;width:3.6mm;height:3.6mm;border:.25mm solid #000;margin-left:1mm;vertical-align:-.6mm}
@media screen{body{background:transparent}.sheet{margin:0 auto 6mm}}
`;
