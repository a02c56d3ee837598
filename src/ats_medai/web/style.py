"""The few rules of style that Streamlit does not have; every class begins with am-."""

STYLE = """<style>
.am-text, .am-soft, .am-line { margin: 0 0 .3rem 0; overflow-wrap: anywhere; }
.am-soft { font-size: .9rem; }
.am-line { font-weight: 600; }
.am-advice { margin: .1rem 0 .2rem 1.55rem; font-size: .9rem; line-height: 1.4; overflow-wrap: anywhere; }
.am-advice p { margin: 0; font-size: .9rem; }
.am-advice code, .am-blank { font: inherit; font-style: italic; background: none; color: inherit; }
.am-question { margin: 0 0 .7rem 0; } .am-question p { margin: 0; }
.am-card { border: 1px solid #8a9aa3; border-left-width: .3rem; border-radius: .3rem; padding: .6rem .9rem; margin: 0 0 .6rem 0; }
.am-card.am-problem { border-left-color: #c23b2b; } .am-card.am-warning { border-left-color: #c98a00; } .am-card.am-info { border-left-color: #3f7fd0; }
.am-card p { margin: 0 0 .25rem 0; overflow-wrap: anywhere; }
.am-card .am-kind { font-size: .8rem; text-transform: uppercase; letter-spacing: .04em; }
.am-card q { display: block; margin: .15rem 0 0 .6rem; font-size: .9rem; }
.am-resume { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .92rem; line-height: 1.65;
  padding: 1rem 1.25rem; border: 1px solid #c9d3d8; border-radius: .4rem; background: #ffffff; color: #16232b;
  max-height: 60rem; overflow-y: auto; }
.am-plain { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.5 ui-monospace, Menlo, Consolas, monospace; margin: 0;
  padding: .8rem 1rem; border: 1px solid #8a9aa3; border-radius: .4rem; max-height: 32rem; overflow: auto; background: none; color: inherit; }
.am-page { position: relative; border: 1px solid #8a9aa3; border-radius: .3rem; overflow: hidden; background: #ffffff; line-height: 0; }
.am-page img { width: 100%; height: auto; display: block; }
.am-box { position: absolute; box-sizing: border-box; border-radius: .1rem; }
.am-box-use { background: #16886f2e; } .am-box-listed { background: #f0b4293d; }
.am-box-use::after, .am-box-listed::after { content: ""; position: absolute; left: 0; right: 0; bottom: -2px; border-bottom: 2px solid #0b6e5b; }
.am-box-listed::after { border-bottom: 2px dashed #8a5a00; }
.am-box-asked { outline: 1.5px solid #2a52a3; border-radius: .2rem; }
.am-box-lost { border: 2px dotted #a1261a; background: #c23b2b12; }
.am-resume mark { color: #16232b; background: #eef2f4; border-radius: .15rem; text-underline-offset: 3px; text-decoration-thickness: 2px; }
.am-resume mark.am-listed { background: #fdf0cf; text-decoration: underline dashed #8a5a00; }
.am-resume mark.am-use { background: #d3efe6; text-decoration: underline solid #0b6e5b; }
.am-resume mark.am-unclaimed { background: #e6e6ea; text-decoration: line-through #51626c; }
.am-resume mark.am-wording { background: #e4ecfb; text-decoration: underline wavy #2a52a3; }
.am-resume mark.am-flag { background: #fbe0dd; text-decoration: underline dotted #a1261a; }
table.am-bars { width: 100%; border: 0; border-collapse: collapse; margin: 0; }
.am-bars tr, .am-bars th, .am-bars td { border: 0; }
.am-bars th { text-align: left; font-weight: 400; padding: .12rem .6rem .12rem 0; width: 13rem; white-space: nowrap; }
.am-bars td { padding: .12rem 0; }
.am-bars td:last-child { white-space: nowrap; padding-left: .6rem; width: 6rem; font-variant-numeric: tabular-nums; }
.am-frame { display: flex; height: 1.15rem; border: 1px solid #7d8d96; border-radius: .15rem; overflow: hidden; box-sizing: border-box; }
.am-earned { background: #16886f; }
.am-gained { background: repeating-linear-gradient(45deg, #b87400 0 4px, #f0b429 4px 8px); }
.am-lessons th { width: 48%; white-space: normal; line-height: 1.25; font-size: .92rem; }
table.am-table { width: 100%; border-collapse: collapse; font-size: .9rem; margin: 0; }
.am-table caption { text-align: left; font-size: .9rem; padding: 0 0 .35rem 0; caption-side: top; color: inherit; }
.am-table th, .am-table td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border: 0; border-bottom: 1px solid #8a9aa366; overflow-wrap: break-word; }
.am-table thead th { white-space: nowrap; font-weight: 600; }
.am-table tbody th { font-weight: 600; min-width: 8rem; }
.am-table small { display: block; font-size: .82rem; font-weight: 400; line-height: 1.4; margin-top: .1rem; }
.am-chip { display: inline-block; white-space: nowrap; padding: 0 .45rem; border-radius: .6rem; color: #16232b; background: #eef2f4; }
.am-chip.am-good { background: #d3efe6; } .am-chip.am-half { background: #fdf0cf; } .am-chip.am-none { background: #fbe0dd; }
ul.am-musts { margin: 0 !important; padding: 0 !important; list-style: none; font-size: .92rem; line-height: 1.5; }
.am-musts li { display: inline; margin: 0 !important; padding: 0 !important; font-size: .92rem !important; } .am-musts li:not(:last-child)::after { content: " · "; }
[data-testid="stMainBlockContainer"] { padding: 4.3rem 2.5rem 3rem 2.5rem; max-width: 90rem; }
[data-testid="stMainBlockContainer"] h1 { font-size: 2rem; } [data-testid="stMainBlockContainer"] h2 { font-size: 1.3rem; padding: .3rem 0; }
[data-testid="stMainBlockContainer"] h3 { font-size: 1.1rem; padding: .3rem 0; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: inherit; opacity: 1; }
textarea::placeholder, input::placeholder { color: inherit !important; opacity: .8; }
[data-testid="stFileUploaderDropzoneInstructions"] * { color: inherit; }
[data-testid="stBaseButton-primary"]:not(:disabled) { background: #0b6e5b; border-color: #4cc2a8; color: #ffffff; }
[data-testid="stBaseButton-primary"]:not(:disabled):is(:hover, :focus, :active) { background: #08594a; border-color: #4cc2a8; color: #ffffff; }
[data-testid="stBaseButton-tertiary"] p { text-decoration: underline; text-underline-offset: 3px; }
[data-testid="stMetricValue"] { font-size: 1.9rem; }
@media (max-width: 40rem) {
  [data-testid="stHorizontalBlock"] > [data-testid="stColumn"]:has(> div > [data-testid="stElementContainer"] > [data-testid="stMetric"]) { min-width: calc(50% - 1rem); }
  [data-testid="stMetricValue"] { font-size: 1.5rem; }
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  .am-bars, .am-bars tbody, .am-bars tr, .am-bars th, .am-bars td { display: block; width: auto; }
  .am-bars td:last-child { padding: 0 0 .4rem 0; width: auto; }
  .am-table, .am-table tbody, .am-table tr, .am-table th, .am-table td { display: block; }
  .am-table caption { display: block; }
  .am-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .am-table tbody tr { border-bottom: 1px solid #8a9aa3; padding: .4rem 0; }
  .am-table th, .am-table td { border: 0; padding: .05rem 0; } .am-table td:empty { display: none; }
  .am-table td::before { content: attr(data-label) ": "; font-weight: 600; }
}
</style>"""
