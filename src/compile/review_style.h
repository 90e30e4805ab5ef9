#pragma once
/// What is the same on every review sheet: its looks, and what its reader does. Small, because the core is to fit on a
/// few sheets of paper; rows stay high enough to write in.

namespace halte {

inline constexpr char const* review_style =
    R"(@page { size: A4; margin: 8mm; @bottom-right { content: counter(page); } }
body { margin: 0; color: #000; background: #fff; font: 7.5pt/1.2 "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic",
  "DejaVu Sans", sans-serif; }
@media screen { body { max-width: 62rem; margin: 1rem auto; padding: 0 1rem; font-size: 14px; } }
@media print { section + section { break-before: page; } }
h1 { font-size: 1.8em; margin: 0 0 .3em; }
h2 { font-size: 1.3em; margin: .8em 0 .3em; break-after: avoid; }
p { margin: .2em 0; }
ol { margin: .2em 0; padding-left: 1.6em; }
.both { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 5mm; border: .3mm solid #888; padding: 1mm 2mm; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
thead { display: table-header-group; }
tr, tbody, li, .sign { break-inside: avoid; }
th, td { border: .2mm solid #888; padding: .4mm 1.2mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td { height: 4.8mm; }
th { font-weight: normal; color: #555; }
th:first-child { width: 8mm; }
.with-back th:nth-child(2) { width: 25%; }
.with-back th:nth-child(3) { width: 27%; }
.with-back th:nth-child(4) { width: 24%; }
.without-back th:nth-child(2) { width: 30%; }
.without-back th:nth-child(3) { width: 33%; }
.first-page { font-size: 6.4pt; line-height: 1.1; }
.first-page h2 { margin-top: .3em; }
.first-page .sign { margin-top: 2mm; }
.first-page th, .first-page td { padding: .12mm 1mm; }
.first-page th:first-child { width: 6mm; }
.first-page td { height: 2.8mm; vertical-align: middle; }
.first-page .own.tall { font-size: 1.1em; line-height: 1.15; }
.first-page .with-back th:nth-child(2), .first-page .with-back th:nth-child(4) { width: 26%; }
.first-page .box { width: 2mm; height: 2mm; vertical-align: -.2mm; }
.terms th:first-child { width: 19%; }
.terms th:nth-child(2), .terms th:nth-child(3) { width: 22%; }
.terms th:nth-child(5) { width: 12%; }
.own { color: #000; font-size: 1.06em; }
.own.tall { font-size: 1.2em; line-height: 1.3; }
.back { color: #333; font-style: italic; }
small, bdi, .number { color: #666; }
small { font-size: .85em; }
.box { display: inline-block; width: 2.8mm; height: 2.8mm; border: .3mm solid #000; vertical-align: -.4mm; }
.line { flex: 1; border-bottom: .2mm solid #888; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(85mm, 1fr)); gap: 0 4mm; margin: 2mm 0; padding: 0;
  list-style: none; }
li > span { margin-right: 1.5mm; }
ul li { display: flex; align-items: end; min-height: 6.5mm; }
.sign { display: flex; flex-wrap: wrap; gap: 4mm; margin-top: 9mm; font-size: 1.1em; }
.sign .line { min-width: 35mm; }
)";

inline constexpr char const* what_to_do = R"(<div class="both">
<ol>
<li>Lisez d’abord chaque ligne dans votre langue, sans le français.</li>
<li>Comparez avec le français. « Retraduit » : ce qu’a compris quelqu’un qui n’avait pas vu le français.</li>
<li>Cochez la case si c’est juste, ou écrivez mieux à côté. Signez en bas : votre fonction, pas votre nom, et la date.</li>
</ol>
<ol lang="en">
<li>First read each line in your language, without the French.</li>
<li>Compare it with the French. “Back-translated”: what somebody understood who had not seen the French.</li>
<li>Tick the box if it is right, or write it better beside it. Sign below: your function, not your name, and the date.</li>
</ol>
<p><bdi>{time}</bdi> : la borne y met l’heure, un nom, un nombre. Gardez les accolades telles quelles.</p>
<p lang="en"><bdi>{time}</bdi>: the terminal puts a time, a name, a number there. Keep the braces as they are.</p>
</div>
)";

inline constexpr char const* what_weight_is = R"(<div class="both">
<p><b>▲</b> Phrase de poids : délais, soins, qui est prévenu, mineurs, police, papiers. Une erreur y fait du mal. Lisez-la
deux fois.</p>
<p lang="en"><b>▲</b> A sentence of weight: times, medical care, who is told, minors, police, papers. A mistake there does
harm. Read it twice.</p>
</div>
)";

}  // namespace halte
