/** A4 portrait, 18 mm around; the sheet is as high as the page, so that the signatures stand at its foot. */
export const slaSheetCss = `
@page{size:210mm 297mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font:400 10pt/6mm "Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif;line-break:strict}
.sheet{width:210mm;height:297mm;padding:16mm 18mm 12mm;display:flex;flex-direction:column;overflow:hidden;background:#fff}
header{display:flex;align-items:baseline;gap:4mm;border-bottom:.5mm solid #000;padding-bottom:2mm}
h1{font-size:16pt;line-height:8mm}
.practice{border:.4mm solid #000;padding:0 2mm;font-weight:700}
.version{margin-left:auto;font-size:9pt;white-space:nowrap}
.lead{margin:3mm 0 0}
.block{flex:none;margin-top:4mm}
h2{font-size:11pt;line-height:6mm;border-bottom:.2mm solid #000;padding-bottom:1mm;margin-bottom:1.5mm}
.block p{padding-left:3mm;text-wrap:pretty;line-break:strict}
.note{font-size:9pt;line-height:5mm;overflow-wrap:anywhere;margin-top:1mm}
dl{display:grid;grid-template-columns:72mm 1fr;padding-left:3mm;row-gap:.5mm}
dd{font-weight:700}
.signs{flex:none;margin-top:auto;display:grid;grid-template-columns:1fr 1fr;gap:10mm}
.sign{border:.3mm solid #000;padding:3mm 4mm 4mm;height:33mm;display:flex;flex-direction:column}
.as{font-size:9pt;font-weight:700}
.line{display:flex;align-items:flex-end;gap:3mm;flex:1;border-bottom:.2mm solid #000;font-size:9pt}
.line b{font-size:11pt;font-weight:400;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.line span{flex:none;width:10mm}
footer{flex:none;margin-top:2mm;font-size:8pt;line-height:4mm;text-align:right}
@media screen{body{background:transparent}.sheet{margin:0 auto}}
`;
