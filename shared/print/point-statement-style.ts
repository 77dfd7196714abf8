/** A4 upright, 18 mm at the left for the punch. The double rule under the total says that the rows add up. */
export const statementCss = `
@page{size:A4 portrait;margin:12mm 12mm 12mm 18mm}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font:400 9pt/1.5 "Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif;line-break:strict}
header{display:flex;align-items:baseline;gap:4mm;border-bottom:.35mm solid #000;padding-bottom:1.5mm}
h1{font-size:14pt;font-weight:700}
.day{margin-left:auto}
.practice{font-size:10pt;font-weight:700;border:.5mm solid #000;padding:0 1.5mm}
.who{font-size:11pt;margin-top:3mm;overflow-wrap:anywhere}
.rank{margin:2mm 0}
.small{font-size:8pt;color:#333}
ul.small{list-style:none}
.seal{display:inline-block;width:5.2mm;height:5.2mm;font-weight:700;line-height:5.2mm;text-align:center;border-radius:.7mm}
.seal.hot{background:#000;color:#fff}
.seal.mid{border:.5mm solid #000;line-height:4.2mm}
.seal.low{border:.2mm solid #000;font-weight:400;line-height:4.8mm}
table{width:100%;border-collapse:collapse;margin:3mm 0}
th{font-weight:700;text-align:left}
thead th{font-size:8pt;border-bottom:.2mm solid #666;padding:1mm}
thead{display:table-header-group}
td,tbody th,tfoot th{padding:1mm;border-bottom:.1mm solid #bbb;vertical-align:top;overflow-wrap:anywhere}
td:nth-child(2),td:nth-child(3){white-space:nowrap}
.n{text-align:right;white-space:nowrap;width:18mm}
.side th,.side td{font-weight:700;background:#eee;border-bottom:.2mm solid #666}
tfoot th,tfoot td{font-weight:700;border-top:.3mm solid #000;border-bottom:1mm double #000}
tr{break-inside:avoid}
footer{margin-top:4mm;font-size:8pt;color:#333}
@media screen{body{background:transparent}.sheet{max-width:180mm;margin:8mm auto}}
`;
