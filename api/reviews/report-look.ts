/** The stylesheet of a shared report: paper, ink and water, light and dark, and one or two sheets of A4 or Letter. */
export const reportLook = `:root{color-scheme:light dark;--paper:#f6f3ea;--card:#fffdf8;--ink:#12243c;--soft:#54657b;--line:#d9d3c3;--water:#dfe9ec;--deep:#1d4e6b;--ok:#1a6e5a;--warn:#8a5a00;--bad:#b3261e}
@media screen and (prefers-color-scheme:dark){:root{--paper:#0b1522;--card:#111f31;--ink:#e9eef4;--soft:#9fb0c3;--line:#223449;--water:#16293d;--deep:#7fb6d4;--ok:#62c9ac;--warn:#e2b04a;--bad:#ff8a7a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-inline-size:64rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1,h2,.now strong{font-family:ui-serif,Georgia,"Noto Serif",serif;font-weight:600;line-height:1.2}
h1{margin:0;font-size:1.6rem}
h2{margin:0 0 .5rem;font-size:1.1rem}
p{margin:0 0 .5rem;max-inline-size:68ch}
.mark,.soft,footer{color:var(--soft);font-size:.875rem}
.mark{margin:0 0 .5rem;letter-spacing:.04em}
.mark::before{content:"✦ "/"";color:var(--deep)}
.soft{display:block}
.lead{margin-block:1rem;font-size:1.0625rem}
.star,.parts>section{padding:1rem;border:1px solid var(--line);border-radius:.875rem;background:var(--card)}
.now strong{font-size:2.4rem;font-variant-numeric:tabular-nums lining-nums}
figure{max-inline-size:48rem;margin:.5rem 0 1rem}
svg{display:block;inline-size:100%;block-size:auto}
figcaption{display:flex;justify-content:space-between;color:var(--soft);font-size:.8125rem}
.water{fill:var(--water)}
.centre,.line,.bridge{fill:none;stroke:var(--deep);stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
.centre{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 4}
.bridge{stroke-width:1.2;stroke-dasharray:.5 4}
svg .mark{stroke:var(--soft);stroke-width:1}
.last{fill:var(--ink);stroke:var(--card);stroke-width:1.5}
.parts{column-gap:1rem;margin-block:1rem}
.parts>section{margin-block-end:1rem;break-inside:avoid}
ul{margin:0;padding:0;list-style:none}
li{padding-block:.4rem;border-block-start:1px solid var(--line);break-inside:avoid}
ul>li:first-child{border-block-start:0}
li li{padding-inline-start:1rem}
.line{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem}
.line>:first-child{flex:1 1 11rem;min-inline-size:0}
.state{font-size:.875rem}
.ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}.quiet{color:var(--soft)}
@media (min-width:60rem){.parts{columns:2}}
@media print{@page{margin:12mm}
:root{color-scheme:light}
body{background:none;font-size:8.5pt;line-height:1.35}
main{max-inline-size:none;padding:0}
h1{font-size:15pt}h2{font-size:10pt;margin-block-end:1mm;break-after:avoid}
p{margin-block-end:1mm;max-inline-size:none}
.lead{margin-block:2mm;font-size:9.5pt}
.mark,.soft,.state,footer,figcaption{font-size:7.5pt}
.now strong{font-size:20pt}
figure{max-inline-size:120mm;margin:1mm 0}
.star,.parts>section{padding:2mm 0;border:0;border-block-start:1px solid var(--line);border-radius:0;background:none}
.parts{columns:2;column-gap:6mm;margin-block:1mm}
.parts>section{margin-block-end:2mm;break-inside:auto}
li{padding-block:.5mm}
li:has(ul){break-inside:auto}li:has(ul)>span{break-inside:avoid;break-after:avoid}}
`;
