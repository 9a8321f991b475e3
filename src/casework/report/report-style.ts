/**
 * The look of the report, on a screen and on paper. Strengths are shades with their figure on them: colour never says anything alone. All text has a
 * contrast of 4.5 or more on what is behind it (WCAG 2.2 AA).
 */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1b2430; --quiet: #4a5565; --line: #c9d1dc; --met: #1c6b43; --weak: #8a4b00; --missing: #a3203a; --unclear: #3d4f9e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 16px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff; }
h1 { font-size: 1.7rem; margin: 0; line-height: 1.2; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; overflow-wrap: anywhere; }
p { margin: .3rem 0; }
.quiet { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th[scope="row"], td.paper-name { min-width: 9rem; max-width: 16rem; overflow-wrap: anywhere; }
.short { white-space: nowrap; }
thead th { background: #eef1f5; }
.figure { text-align: center; font-variant-numeric: tabular-nums; font-weight: 600; min-width: 3.2rem; }
.criteria { list-style: none; padding: 0; margin: 0; }
.criteria > li { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.mark { font-weight: 700; }
.mark.met { color: var(--met); } .mark.weak { color: var(--weak); } .mark.missing { color: var(--missing); } .mark.unclear { color: var(--unclear); }
.bar { display: block; width: 5.5rem; height: .5rem; margin-top: .35rem; }
.steps { padding-left: 1.6rem; }
.steps li, .findings li { margin: .5rem 0; break-inside: avoid; }
.findings { list-style: none; padding: 0; } .findings li { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; }
.grade { font-weight: 700; } .finding-blocking .grade { color: var(--missing); } .finding-weak .grade { color: var(--weak); } .finding-info .grade { color: var(--quiet); font-weight: 400; }
tr, .presence .scroll, .letter { break-inside: avoid; }
th .quiet { font-weight: 400; }
details { margin: .4rem 0; } summary { cursor: pointer; color: #1d4f91; }
summary:focus-visible, .scroll:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px; }
pre { white-space: pre-wrap; font: inherit; background: #f6f7f9; border: 1px solid var(--line); padding: .8rem; margin: .4rem 0; }
.clock-soon, .clock-lapsed, .clock-unclear { font-weight: 700; } .clock-unclear { color: var(--unclear); } .clock-lapsed { color: var(--missing); } .clock-soon { color: var(--weak); }
.paper { break-inside: avoid; border-top: 1px solid var(--line); padding-top: .2rem; }
figure { margin: .5rem 0; } figure img { max-width: 100%; max-height: 9rem; border: 1px solid var(--line); } figcaption { font-size: .8rem; color: var(--quiet); }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
@media print { html { font-size: 11px; } body { max-width: none; padding: 0; font-size: 11px; } .scroll { overflow: visible; } h2 { margin-top: 1.3rem; } .criteria > li { padding: .3rem 0; } summary { list-style: none; color: var(--quiet); } details::details-content { content-visibility: visible; block-size: auto; } details ul { margin: .1rem 0; } h2 { break-after: avoid; } .letters { break-before: page; } .matrix { break-inside: avoid; } .detail ul { margin: .1rem 0; padding-left: 1.2rem; } .paper p { margin: .1rem 0; } .presence svg { max-width: 32rem; height: auto; } a { color: inherit; text-decoration: none; } @page { margin: 16mm 14mm; } }
`;

/** The shade of a strength, 0..100: from nearly white to a blue on which dark text is still read. */
export function shadeOf(strength: number): string {
  const share = Math.max(0, Math.min(100, strength)) / 100;
  const between = (light: number, dark: number): number => Math.round(light + (dark - light) * share);
  return `rgb(${between(250, 120)}, ${between(251, 180)}, ${between(253, 230)})`;
}
