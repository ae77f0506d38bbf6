/// What the pages of an audit have in common.
enum AuditStyle {
  static let names: [LineVerdict.Action: String] = [
    .keep: "保留 keep", .strip: "删除 strip", .meta: "出处 meta", .blank: "空行 blank",
  ]

  /// By this a page is known as one of ours, which a later audit may replace.
  static let generator = "<meta name=\"generator\" content=\"ciyuan audit\">"

  static let head = """
    <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\(generator)
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>\(style)</style>
    """

  /// How to overrule, in both languages.
  static let help = """
    <details><summary>改判 how to overrule</summary><p>把一行的「改判」写进 <code>Content/import.yml</code>，放在 <code>keep:</code> 或
    <code>strip:</code> 之下，以后每次导入都以它为准；<code>文档:20-24</code> 是一段。Put what the last column says into
    <code>Content/import.yml</code>, below <code>keep:</code> or <code>strip:</code>; it wins on every later import.
    <code>document:20-24</code> is a range of lines; the end of a document's name is enough. A click on it selects all of it.</p>
    <pre>keep:\n  - document:14#3f2a9c1b\nstrip:\n  - document:20-24</pre></details>
    """

  private static let style = """
    :root{color-scheme:light dark;--ink:#1d1d1f;--faint:#6b6b70;--rule:#d8d8dc;--paper:#fff;--strip:#fbe3e1;--meta:#fbf1cd;--item:#eaf1fb;--link:#0a58ca}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e6e8;--faint:#9a9aa0;--rule:#3a3a3e;--paper:#18181a;--strip:#4a2321;--meta:#443a15;--item:#1d2c42;--link:#7db2ff}}
    body{font:15px/1.55 system-ui,"Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);margin:1.5em auto;max-width:84em;padding:0 1em}
    a{color:var(--link)}h1{font-size:1.4em;overflow-wrap:anywhere}h2{font-size:1.15em}small{color:var(--faint)}.fault{color:#c0271d}
    dl{display:flex;flex-wrap:wrap;gap:.3em 2em}dl div{min-width:12em}dt{color:var(--faint);font-size:.85em}dd{margin:0;overflow-wrap:anywhere}
    details{margin:.6em 0}summary{cursor:pointer}
    table{border-collapse:collapse}td,th{padding:.15em .6em;text-align:left;vertical-align:top}th{font-weight:600;font-size:.85em;color:var(--faint)}
    table.list td,table.list th{border-bottom:1px solid var(--rule)}table.list td.number{text-align:right;font-variant-numeric:tabular-nums}
    .bar{display:flex;width:12em;height:.7em;margin-top:.45em;background:var(--rule)}.bar i{display:block}.bar .keep{background:#4a9a63}.bar .strip{background:#d0574d}.bar .meta{background:#d9b23c}
    .totals{position:sticky;top:0;z-index:1;margin:0;padding:.5em 0;background:var(--paper);border-bottom:1px solid var(--rule)}
    .totals label{margin-left:.8em;padding:.1em .5em;border-radius:.3em;white-space:nowrap;cursor:pointer}
    label.strip,tr.strip{background:var(--strip)}label.meta,tr.meta{background:var(--meta)}
    table.lines{width:100%;table-layout:fixed}.lines th:first-child{width:4.5em}.lines th:nth-child(3){width:17em}.lines th:nth-child(4){width:13em}
    .lines td{border-bottom:1px solid color-mix(in srgb,var(--rule) 50%,transparent)}.lines td:first-child{color:var(--faint);text-align:right;font-variant-numeric:tabular-nums}
    .lines td:nth-child(3){font-size:.85em;overflow-wrap:anywhere}.lines td:nth-child(4){font-size:.8em;color:var(--faint);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .text{white-space:pre-wrap;overflow-wrap:anywhere}tr.outside .text,tr.keep td:nth-child(3){color:var(--faint)}code{font-size:.92em;user-select:all}
    tr.blank td{font-size:.6em;line-height:1.2}tr.item td{background:var(--item);padding-top:.4em;padding-bottom:.4em;white-space:normal;overflow-wrap:anywhere}
    tr:target{outline:2px solid var(--link)}tr{scroll-margin-top:3.5em}
    body:has(#show-keep:not(:checked)) tr.keep,body:has(#show-strip:not(:checked)) tr.strip,body:has(#show-meta:not(:checked)) tr.meta,body:has(#show-blank:not(:checked)) tr.blank{display:none}
    """
}
