import Charts

/// The gallery's style sheet: one column of text, figures side by side where there is room, no scripts.
enum GalleryStyle {
    static let sheet = Markup.style(
        ":root{color-scheme:light dark;\(ChartStyle.light)}\n"
            + "@media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)}}\n"
            // The reader's choice on the page goes before the system's.
            + ":root:has(#scheme-light:checked){color-scheme:light;\(ChartStyle.light)}\n"
            + ":root:has(#scheme-dark:checked){color-scheme:dark;\(ChartStyle.dark)}\n"
            + "\(ChartStyle.shapes)\n\(page)\n\(print)")

    private static let page: StaticString = """
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
        .introduction{padding:3rem 0 1rem}
        .introduction>p{max-width:44rem;margin:.9rem 0 0;text-wrap:pretty;hyphens:auto}
        figure{margin:0}
        .pair{margin:2rem 0;background:var(--panel);border:1px solid var(--rule);border-radius:14px;padding:clamp(.8rem,2.5vw,2rem)}
        .halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1.2rem clamp(1rem,4vw,3rem)}
        .pair figcaption{max-width:46rem;margin:1rem auto 0;font-size:1rem;text-align:center;text-wrap:balance}
        .loss{color:var(--loss);font-weight:600}
        .terms{margin:2rem 0 0}
        .terms>div{display:grid;grid-template-columns:8.5rem minmax(0,23rem) minmax(0,1fr);gap:.3rem 1.5rem;align-items:baseline;padding:.55rem 0;border-top:1px solid var(--rule)}
        .terms .formula{padding:0}
        .terms p{margin:0;font-size:.95rem;color:var(--soft);text-wrap:pretty}
        @media (max-width:52rem){.terms>div{grid-template-columns:minmax(0,1fr)}}
        dl{margin:0}dd{margin:0}
        dt{font:600 11.5px/1.4 system-ui,-apple-system,"Segoe UI",sans-serif;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin-bottom:.15rem}
        #index{padding:2.5rem 0 1rem}
        .index{list-style:none;margin:1.2rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(8.6rem,1fr));gap:.7rem}
        .index a{display:block;height:100%;padding:.6rem .7rem .55rem;background:var(--panel);border:1px solid var(--rule);border-radius:10px;text-decoration:none;color:var(--ink)}
        .index a:hover{border-color:var(--link)}
        .index .name{display:block;margin-top:.35rem;font:500 13px/1.3 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
        .index .kind{display:block;font:12px/1.4 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--soft)}
        .spark .curve{stroke-width:2}
        article{border-top:1px solid var(--rule);padding:2.6rem 0 2.4rem;scroll-margin-top:0}
        article h2 a{color:inherit;text-decoration:none}article h2 a:hover{text-decoration:underline}
        article:target h2::before{content:"";display:inline-block;width:.45em;height:.45em;border-radius:50%;background:var(--loss);margin-right:.35em;vertical-align:.14em}
        .names{margin:.5rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem .55rem;align-items:baseline;color:var(--soft)}
        .names span{font-size:.92rem}
        .names code{background:var(--panel);border:1px solid var(--rule);border-radius:5px;padding:.05rem .4rem;color:var(--ink)}
        .note{max-width:44rem;margin:1rem 0 0;text-wrap:pretty}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18.5rem),1fr));gap:1rem;margin:1.5rem 0}
        .figures figure{background:var(--panel);border:1px solid var(--rule);border-radius:12px;padding:.9rem .9rem .8rem;min-width:0;max-width:34rem}
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
        .columns{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:1.2rem clamp(1.5rem,4vw,4rem)}
        @media (max-width:52rem){.columns{grid-template-columns:minmax(0,1fr)}}
        .columns dl>div+div{margin-top:.85rem}
        .formula{overflow-x:auto;overflow-y:hidden;padding:.1rem 0 .25rem}
        .formula math{font-size:1.08rem;width:max-content;max-width:none;margin:0;text-align:left}
        math{font-family:"Latin Modern Math","STIX Two Math","Cambria Math","DejaVu Math TeX Gyre",math,serif}
        math[display=block]{display:block math;text-align:left}
        .cases{text-align:left}.cases mtd{text-align:left;padding:.12em .5em .12em .1em}
        dt i{text-transform:none;font-family:Georgia,serif;font-size:1.25em;letter-spacing:0}
        .families{margin-top:1.4rem;display:grid;gap:1rem;max-width:25rem}
        .families figure{background:var(--panel);border:1px solid var(--rule);border-radius:12px;padding:.9rem .9rem .8rem;min-width:0}
        .computed{margin:0;padding:0;list-style:none;font-size:.95rem;color:var(--soft)}
        .facts{font-size:.95rem}.facts dd,.formulas dd{overflow-wrap:anywhere}
        footer{border-top:1px solid var(--rule);color:var(--soft);font-size:.92rem;padding-top:1.5rem;padding-bottom:3rem;margin-top:1rem}
        """

    private static let print: StaticString = """
        @media print{
        body{font-size:10.5pt;background:#fff;color:#000}.scheme,.skip,#index{display:none}
        article,.pair,.figures figure{break-inside:avoid}article{padding:1.2rem 0}
        .figures{grid-template-columns:repeat(3,1fr);gap:.5rem}.figures figure{padding:.4rem}
        }
        """
}
