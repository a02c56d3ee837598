"""The few rules of style that Streamlit does not have; every class begins with am-."""

STYLE = """<style>
.am-text { margin: 0 0 .4rem 0; overflow-wrap: anywhere; }
.am-soft { margin: 0 0 .4rem 1.9rem; font-size: .9rem; opacity: .85; overflow-wrap: anywhere; }
.am-resume { white-space: pre-wrap; overflow-wrap: anywhere; font: .92rem/1.65 ui-monospace, Menlo, Consolas, monospace;
  padding: 1rem 1.25rem; border: 1px solid #c9d3d8; border-radius: .4rem; background: #ffffff; color: #16232b;
  max-height: 46rem; overflow-y: auto; }
.am-resume mark { color: #16232b; background: #eef2f4; border-radius: .15rem; text-underline-offset: 3px; text-decoration-thickness: 2px; }
.am-resume mark.am-listed { background: #fdf0cf; text-decoration: underline dashed #8a5a00; }
.am-resume mark.am-use { background: #d3efe6; text-decoration: underline solid #0b6e5b; }
.am-resume mark.am-unclaimed { background: #e6e6ea; text-decoration: line-through #51626c; }
.am-resume mark.am-wording { background: #e4ecfb; text-decoration: underline wavy #2a52a3; }
.am-resume mark.am-flag { background: #fbe0dd; text-decoration: underline dotted #a1261a; }
.am-bars { width: 100%; border-collapse: collapse; }
.am-bars th { text-align: left; font-weight: 400; padding: .15rem .5rem .15rem 0; }
.am-bars td { padding: .15rem 0; }
.am-bars td:last-child { white-space: nowrap; text-align: right; padding-left: .5rem; font-variant-numeric: tabular-nums; }
.am-frame { display: flex; height: 1.1rem; border: 1px solid currentColor; border-radius: .15rem; overflow: hidden; }
.am-earned { background: #0b6e5b; }
.am-gained { background: #e0a100; }
@media (max-width: 40rem) { .am-bars, .am-bars tbody, .am-bars tr, .am-bars th, .am-bars td { display: block; }
  .am-bars td:last-child { text-align: left; padding: 0 0 .4rem 0; } .am-soft { margin-left: 0; } }
.block-container { padding-top: 3.2rem; }
</style>"""
