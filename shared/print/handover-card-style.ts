/** A4 portrait; the answer boxes stand at the foot. What is too long for one page goes on to the next: nothing is cut. */
export const handoverCardCss = `
@page{size:210mm 297mm;margin:14mm 15mm 10mm}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font:400 10pt/5.5mm "Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif;line-break:strict}
.sheet{min-height:272mm;display:flex;flex-direction:column;background:#fff}
header{flex:none;display:flex;align-items:baseline;gap:4mm;border-bottom:.5mm solid #000;padding-bottom:2mm}
h1{font-size:16pt;line-height:8mm}
.practice{border:.4mm solid #000;padding:0 2mm;font-weight:700}
.made{margin-left:auto;font-size:9pt;white-space:nowrap}
.people{flex:none;display:grid;grid-template-columns:1fr 1fr 1.2fr;gap:4mm;margin-top:3mm}
.people div{border-bottom:.2mm solid #000;font-size:9pt;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.people b{font-size:11pt;padding-left:2mm}
section{flex:none;margin-top:3.5mm}
h2{break-after:avoid}
li{break-inside:avoid}
h2{font-size:10pt;line-height:5mm;border-bottom:.2mm solid #000;margin-bottom:1mm}
p,li{padding-left:2mm;overflow-wrap:anywhere}
ul{list-style:none}
.who{display:grid;grid-template-columns:1fr 60mm;gap:4mm;padding-left:2mm}
.who .name{font-size:15pt;line-height:8mm;font-weight:700;overflow-wrap:anywhere}
.who .kana{font-size:8pt;line-height:4mm}
.who .phone{font-size:14pt;line-height:8mm;font-weight:700;color:#000;text-decoration:none}
.big{font-size:12pt;font-weight:700}
.said{flex:1 1 auto;min-height:24mm}
.said p{white-space:pre-wrap}
.two{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.two section{min-width:0}
li{display:grid;grid-template-columns:12mm 1fr;gap:1mm}
li.due{grid-template-columns:20mm 1fr}
.answer{break-inside:avoid;margin-top:4mm;border:.4mm solid #000;padding:2mm 4mm 3mm}
.answer h2{border:0;margin:0}
.boxes{display:flex;gap:12mm;font-size:12pt;font-weight:700;line-height:8mm}
.box{display:inline-block;width:5mm;height:5mm;border:.4mm solid #000;margin-right:2mm;vertical-align:-1mm}
.fill{display:grid;grid-template-columns:1.6fr 1fr;gap:6mm;font-size:9pt}
.fill div{border-bottom:.2mm solid #000;height:9mm;display:flex;align-items:flex-end}
.codes{font-size:8pt;line-height:4.5mm;padding:1mm 0 0}
footer{flex:none;margin-top:2mm;font-size:8pt;line-height:4mm;text-align:right}
@media screen{body{background:transparent}.sheet{width:210mm;min-height:297mm;padding:14mm 15mm 10mm;margin:0 auto}}
`;
