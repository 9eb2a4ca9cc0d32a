/** Text 18 px and more, contrast 7:1 and more, targets 60 px high, and the focus always to be seen. */
export const STYLE = `
:root { color-scheme: light; --ink: #1b1b1b; --paper: #fff; --line: #6b6b6b; --soft: #f2f4f7; --deed: #0b3d91; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 18px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { min-height: 60px; display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; justify-content: space-between; }
h1 { font-size: 2.25rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.5rem; line-height: 1.4; margin: 2.5rem 0 .75rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
main > h2:first-of-type, main > :first-child h2 { margin-top: 1rem; }
p { margin: 0 0 1rem; max-width: 42rem; }
.lead { font-size: 1.25rem; }
a { color: var(--deed); text-underline-offset: .2em; text-decoration-thickness: .08em; }
a:hover { text-decoration-thickness: .16em; }
a:focus-visible { outline: 4px solid var(--ink); outline-offset: 2px; border-radius: 2px; }
.target { display: inline-flex; align-items: center; min-height: 60px; min-width: 60px; }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: 0 1rem; z-index: 1; }
.skip:focus { left: 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.parts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; }
.parts li { display: flex; justify-content: space-between; gap: .75rem; padding: .75rem 1rem; background: var(--soft);
  border-left: 6px solid #0b5d1e; }
.parts li.failed { border-left: 6px dashed #8b0000; }
.parts strong { white-space: nowrap; }
.ok { color: #0b5d1e; }
.failed strong { color: #8b0000; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .6rem .5rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 600; }
.state { min-height: 1.6em; margin: .75rem 0 0; }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .75rem; }
.people li { display: flex; flex-direction: column; gap: .25rem; padding: 1rem;
  border: 1px solid var(--line); border-radius: 6px; }
.people a { justify-content: center; margin-top: auto; padding: 0 1rem; color: var(--paper); background: var(--deed);
  border-radius: 6px; text-decoration: none; font-weight: 600; }
.people a:hover { text-decoration: underline; }
.people .name { font-weight: 600; font-size: 1.15rem; }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 18px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 1rem; margin: 0 0 1rem; }
.links { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.hidden-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 26rem) { header, main { padding: .75rem; } table { table-layout: fixed; }
  th, td { padding: .6rem .15rem; overflow-wrap: anywhere; } th:first-child { width: 34%; } }
`;
