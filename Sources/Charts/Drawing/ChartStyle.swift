/// The style sheets of drawings. Contrast of every word on its ground is at least 4.5.
package enum ChartStyle {
    /// Colours, by the scheme that the reader prefers; `data-theme` on a page's root overrides it.
    package static let light: StaticString = """
        --paper:#fbfaf6;--panel:#fffefb;--ink:#1c1b19;--soft:#5d594f;--rule:#dedad0;--grid:#ece8de;--zero:#b5b0a3;\
        --link:#1f4fa3;--slope:#8a5a00;--integral:#0f6b5c;--loss:#b23a1e;--fifth:#6a3fa0;--area:#b23a1e2e;\
        --heat1:#eff2f5;--heat2:#dde4ee;--heat3:#c9d4e6;--heat4:#b5c4de;--heat5:#a1b5d6;
        """
    package static let dark: StaticString = """
        --paper:#14161a;--panel:#1a1d22;--ink:#ebe8e0;--soft:#a9a69c;--rule:#363a42;--grid:#262a31;--zero:#5b606a;\
        --link:#8ab4ff;--slope:#e3b457;--integral:#5fd0b8;--loss:#ff8f73;--fifth:#c4a3ff;--area:#ff8f7338;\
        --heat1:#242b36;--heat2:#2d3748;--heat3:#364359;--heat4:#3f4f6b;--heat5:#47597a;
        """

    /// What shapes and words of a drawing look like.
    package static let shapes: StaticString = """
        svg.plot,svg.spark{display:block;width:100%;height:auto;overflow:visible}
        .grid,.zero,.curve,.guide{fill:none}
        .grid{stroke:var(--grid);stroke-width:1}
        .zero{stroke:var(--zero);stroke-width:1}
        .curve{stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round;stroke:var(--link)}
        .curve.slope{stroke:var(--slope);stroke-width:1.6;stroke-dasharray:5 4}
        .curve.other{stroke:var(--soft);stroke-width:1.6}
        .curve.integral{stroke:var(--integral)}
        .curve.tangent{stroke:var(--soft);stroke-width:1.4}
        .curve.level{stroke:var(--soft);stroke-width:1.4;stroke-dasharray:2 4}
        .curve.gap{stroke:var(--loss);stroke-width:3}
        .curve.v0{stroke:var(--slope)}.curve.v1{stroke:var(--integral)}.curve.v2{stroke:var(--link)}
        .curve.v3{stroke:var(--loss)}.curve.v4{stroke:var(--fifth)}
        .curve.s0{stroke:var(--link)}.curve.s1{stroke:var(--loss)}.curve.s2{stroke:var(--integral)}
        .curve.s3{stroke:var(--slope)}.curve.s4{stroke:var(--fifth)}.curve.s5{stroke:var(--soft)}
        .curve.dashed{stroke-dasharray:5 4;stroke-width:1.8}
        .curve.dotted{stroke-dasharray:1.5 3.5;stroke-width:2}
        .band{stroke:none;fill-opacity:.16}
        .band.s0{fill:var(--link)}.band.s1{fill:var(--loss)}.band.s2{fill:var(--integral)}
        .band.s3{fill:var(--slope)}.band.s4{fill:var(--fifth)}.band.s5{fill:var(--soft)}
        .guide.level{stroke-dasharray:2 4}
        .dot.s1{fill:var(--loss)}.dot.s2{fill:var(--integral)}.dot.s3{fill:var(--slope)}.dot.s4{fill:var(--fifth)}.dot.s5{fill:var(--soft)}
        .area{fill:var(--area);stroke:none}
        .guide{stroke:var(--soft);stroke-width:1;stroke-dasharray:1 3;stroke-linecap:round}
        .guide.edge{stroke:var(--loss);stroke-dasharray:none}
        .dot{fill:var(--link);stroke:var(--panel);stroke-width:1.2}
        .dot.integral{fill:var(--integral)}.dot.loss{fill:var(--loss)}
        .dot.open{fill:var(--panel);stroke:var(--link);stroke-width:1.6}
        .tick,.word,.mark{fill:var(--soft);font:11.5px/1 system-ui,-apple-system,"Segoe UI","Helvetica Neue",Arial,sans-serif}
        .tick{font-variant-numeric:tabular-nums}
        .word,.mark{font-family:"Latin Modern Math","STIX Two Text",Cambria,Georgia,"Times New Roman",serif;font-size:15px;font-style:italic}
        .mark{fill:var(--ink)}
        .word{fill:var(--ink);stroke:var(--panel);stroke-width:4px;paint-order:stroke;stroke-linejoin:round}
        .word.loss{fill:var(--loss)}.word.link{fill:var(--link)}.word.integral{fill:var(--integral)}
        """

    /// The style sheet of a drawing in a file of its own.
    static let standalone = Markup.style(
        "svg{\(light)}\n@media (prefers-color-scheme:dark){svg{\(dark)}}\n\(shapes)\n.paper{fill:var(--panel)}"
            + ".heading{fill:var(--ink);font:600 14px/1 system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif}")
}
