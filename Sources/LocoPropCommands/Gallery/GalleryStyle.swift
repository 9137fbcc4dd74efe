import Charts

/// What the gallery adds to ``PageStyle``: one column of text, figures side by side where there is room.
enum GalleryStyle {
    static let sheet = PageStyle.sheet(adding: page, print)

    private static let page: StaticString = """
        .introduction{padding:3rem 0 1rem}
        .introduction>p{max-width:44rem;margin:.9rem 0 0;text-wrap:pretty;hyphens:auto}
        .pair{margin:2rem 0;background:var(--panel);border:1px solid var(--rule);border-radius:14px;padding:clamp(.8rem,2.5vw,2rem)}
        .halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1.2rem clamp(1rem,4vw,3rem)}
        .pair figcaption{max-width:46rem;margin:1rem auto 0;font-size:1rem;text-align:center;text-wrap:balance}
        .loss{color:var(--loss);font-weight:600}
        .terms{margin:2rem 0 0}
        .terms>div{display:grid;grid-template-columns:8.5rem minmax(0,23rem) minmax(0,1fr);gap:.3rem 1.5rem;align-items:baseline;padding:.55rem 0;border-top:1px solid var(--rule)}
        .terms .formula{padding:0}
        .terms p{margin:0;font-size:.95rem;color:var(--soft);text-wrap:pretty}
        @media (max-width:52rem){.terms>div{grid-template-columns:minmax(0,1fr)}}
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
        """

    private static let print: StaticString = """
        @media print{
        body{font-size:10.5pt;background:#fff;color:#000}.scheme,.skip,#index{display:none}
        article,.pair,.figures figure{break-inside:avoid}article{padding:1.2rem 0}
        .figures{grid-template-columns:repeat(3,1fr);gap:.5rem}.figures figure{padding:.4rem}
        }
        """
}
