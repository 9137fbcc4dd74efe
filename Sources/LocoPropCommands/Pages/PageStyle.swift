import Charts

/// The style that our pages share: their colours by the reader's scheme, type, masthead, figures and keys; no scripts.
enum PageStyle {
    /// The whole sheet of a page, with what it adds.
    static func sheet(adding parts: StaticString...) -> Markup {
        .style(
            ":root{color-scheme:light dark;\(ChartStyle.light)}\n"
                + "@media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)}}\n"
                // The reader's choice on the page goes before the system's.
                + ":root:has(#scheme-light:checked){color-scheme:light;\(ChartStyle.light)}\n"
                + ":root:has(#scheme-dark:checked){color-scheme:dark;\(ChartStyle.dark)}\n"
                + "\(ChartStyle.shapes)\n\(shared)" + parts.map { "\n\($0)" }.joined())
    }

    private static let shared: StaticString = """
        *,*::before,*::after{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:var(--paper);color:var(--ink);
         font:17px/1.55 "Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","P052","Book Antiqua",Georgia,serif;
         font-feature-settings:"kern","liga","onum"}
        .masthead,main,footer{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
        .masthead{display:flex;flex-wrap:wrap;gap:1.5rem;justify-content:space-between;align-items:flex-start;padding-top:clamp(1.5rem,6vw,4.5rem)}
        .eyebrow{margin:0 0 .4rem;font:600 12px/1.2 system-ui,-apple-system,"Segoe UI",sans-serif;letter-spacing:.14em;text-transform:uppercase;color:var(--loss)}
        h1{font-weight:500;font-size:clamp(2.1rem,7vw,3.6rem);line-height:1.05;letter-spacing:-.015em;margin:0;text-wrap:balance}
        .lead{max-width:38rem;margin:1rem 0 0;font-size:1.15rem;color:var(--soft);text-wrap:pretty}
        h2{font-weight:500;font-size:1.75rem;line-height:1.15;margin:0;letter-spacing:-.008em}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
        :focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:3px}
        code{font:.82em/1.5 ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.5rem .8rem;z-index:2}
        .scheme{display:flex;border:1px solid var(--rule);border-radius:999px;padding:3px;margin:.3rem 0 0;background:var(--panel)}
        .scheme legend{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        .scheme input{position:absolute;opacity:0;pointer-events:none}
        .scheme label{font:500 13px/1 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--soft);padding:.5rem .8rem;border-radius:999px;cursor:pointer}
        .scheme input:checked+label{background:var(--ink);color:var(--paper)}
        .scheme input:focus-visible+label{outline:2px solid var(--link);outline-offset:2px}
        figure{margin:0}
        dl{margin:0}dd{margin:0}
        dt{font:600 11.5px/1.4 system-ui,-apple-system,"Segoe UI",sans-serif;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin-bottom:.15rem}
        figcaption{font-size:.9rem;line-height:1.5;color:var(--soft);margin-top:.5rem}
        .key{white-space:nowrap;color:var(--ink)}
        .key::before{content:"";display:inline-block;width:1.15em;margin-right:.3em;vertical-align:.28em;border-top:2.5px solid var(--link)}
        .key.slope::before{border-top:2px dashed var(--slope)}
        .key.other::before,.key.tangent::before{border-top:2px solid var(--soft)}
        .key.integral::before{border-top-color:var(--integral)}
        .key.level::before{border-top:2px dotted var(--soft)}
        .key.gap::before{border-top:0;border-left:3px solid var(--loss);width:0;height:.95em;vertical-align:-.12em}
        .key.areakey::before{border-top:0;background:var(--area);outline:1px solid var(--loss);outline-offset:-1px;height:.8em;vertical-align:-.06em;border-radius:2px}
        .key.v0::before{border-top-color:var(--slope)}.key.v1::before{border-top-color:var(--integral)}
        .key.v2::before{border-top-color:var(--link)}.key.v3::before{border-top-color:var(--loss)}.key.v4::before{border-top-color:var(--fifth)}
        .key.s0::before{border-top-color:var(--link)}.key.s1::before{border-top-color:var(--loss)}.key.s2::before{border-top-color:var(--integral)}
        .key.s3::before{border-top-color:var(--slope)}.key.s4::before{border-top-color:var(--fifth)}.key.s5::before{border-top-color:var(--soft)}
        .key.dashed::before{border-top-style:dashed;border-top-width:2px}
        .key.dotted::before{border-top-style:dotted;border-top-width:2px}
        footer{border-top:1px solid var(--rule);color:var(--soft);font-size:.92rem;padding-top:1.5rem;padding-bottom:3rem;margin-top:1rem}
        """
}
