import Charts

/// What the report adds to ``PageStyle``.
enum ReportStyle {
    static let sheet = PageStyle.sheet(adding: charts, page, print)

    /// Charts with their captions, side by side where there is room.
    static let charts: StaticString = """
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1rem;margin:1.4rem 0 0}
        .chart,.layer{background:var(--panel);border:1px solid var(--rule);border-radius:12px;padding:.9rem .9rem .8rem;min-width:0}
        h3{font:600 15px/1.35 system-ui,-apple-system,"Segoe UI",sans-serif;margin:0 0 .5rem;overflow-wrap:anywhere}
        .chart figcaption,.layer figcaption{display:flex;flex-wrap:wrap;gap:.15rem 1rem;font:13.5px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        .chart .remark{flex-basis:100%}
        .chart.empty p{margin:0;color:var(--soft);font-size:.95rem}
        """

    static let page: StaticString = """
        h1{font-size:clamp(1.7rem,5vw,2.6rem);overflow-wrap:anywhere}
        .masthead>div{flex:1 1 20rem;min-width:0}
        .lead{max-width:52rem;overflow-wrap:anywhere}
        .state{display:inline-block;font:600 13px/1 system-ui,-apple-system,"Segoe UI",sans-serif;letter-spacing:.03em;padding:.35em .7em;border-radius:999px;border:1.5px solid currentColor;margin-right:.4em;vertical-align:.12em;color:var(--slope)}
        .state.good{color:var(--integral)}.state.bad{color:var(--loss)}
        main>section{border-top:1px solid var(--rule);padding:2.2rem 0 2rem;margin-top:2rem}
        main>section+section{margin-top:0}
        .note{max-width:46rem;margin:.9rem 0 0;text-wrap:pretty;overflow-wrap:anywhere}
        .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11.5rem),1fr));gap:1.1rem 2rem;margin-top:2.2rem}
        .numbers dd{font-size:.92rem;color:var(--soft)}
        .numbers b{display:block;font-weight:500;font-size:1.8rem;line-height:1.2;color:var(--ink);font-feature-settings:"lnum","tnum"}
        .layers{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:1rem;margin:1rem 0 0}
        .layer h3 code{font-weight:500;font-size:13px}
        .layer .facts{list-style:none;margin:.5rem 0 0;padding:0;font:13.5px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--soft);font-variant-numeric:tabular-nums}
        .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.5rem clamp(1.5rem,4vw,4rem);margin-top:1.4rem}
        .settings>div{display:grid;grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);gap:.2rem 1rem;padding:.4rem 0;border-top:1px solid var(--rule);align-items:baseline}
        .settings dd{font:14px/1.5 ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;min-width:0}
        .settings dt{letter-spacing:.02em;text-transform:none;font-size:13.5px;overflow-wrap:anywhere;margin:0}
        pre{background:var(--panel);border:1px solid var(--rule);border-radius:10px;padding:.8rem 1rem;margin:.7rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
        pre code{font-size:14px}
        details{margin-top:1.1rem}summary{cursor:pointer;font:500 15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        .scroll{overflow-x:auto;margin-top:.8rem;border:1px solid var(--rule);border-radius:10px;background:var(--panel)}
        table{border-collapse:collapse;font:13.5px/1.4 system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;min-width:100%}
        th,td{padding:.4rem .8rem;text-align:right;white-space:nowrap}
        th{font-weight:600;color:var(--soft);border-bottom:1px solid var(--rule)}
        tbody tr+tr td{border-top:1px solid var(--grid)}
        .pictures{margin:1.4rem 0 0;background:var(--panel);border:1px solid var(--rule);border-radius:12px;padding:.9rem;max-width:max-content}
        .pictures img{display:block;max-width:100%;height:auto;image-rendering:pixelated}
        .confusion{width:max-content;max-width:100%}
        .confusion table{min-width:0}
        .confusion td,.confusion th{text-align:center;padding:.35rem .5rem;min-width:2.6rem}
        .confusion th[scope=row]{border-bottom:0;border-right:1px solid var(--rule)}
        .confusion td.right{font-weight:600;box-shadow:inset 0 0 0 1.5px var(--integral)}
        .confusion td.heat1{background:var(--heat1)}.confusion td.heat2{background:var(--heat2)}.confusion td.heat3{background:var(--heat3)}
        .confusion td.heat4{background:var(--heat4)}.confusion td.heat5{background:var(--heat5)}
        @media (max-width:30rem){.chart svg .tick{font-size:13.5px}.layer svg{max-width:17rem}.confusion td,.confusion th{padding:.35rem .1rem;min-width:1.9rem;font-size:12.5px}}
        .confusion caption{text-align:left;padding:.5rem .8rem;color:var(--soft);border-bottom:1px solid var(--rule)}
        """

    static let print: StaticString = """
        @media print{
        body{font-size:10.5pt;background:#fff;color:#000}.scheme,.skip{display:none}
        .chart,.layer,.pictures{break-inside:avoid}
        .charts{grid-template-columns:repeat(2,1fr)}.layers{grid-template-columns:repeat(3,1fr)}
        }
        """
}
