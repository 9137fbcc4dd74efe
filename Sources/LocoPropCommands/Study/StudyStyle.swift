import Charts

/// What pages of studies add to the report's style.
enum StudyStyle {
    static let sheet = PageStyle.sheet(adding: ReportStyle.charts, ReportStyle.page, ReportStyle.print, own)

    private static let own: StaticString = """
        .scroll th[scope=row]{border-bottom:0;color:var(--ink);text-align:left;position:sticky;left:0;background:var(--panel)}
        thead th:first-child{text-align:left}
        section>h3{margin:1.8rem 0 .2rem;font-size:17px}
        .scroll+.charts,.charts+.scroll{margin-top:1.4rem}
        .verdict{font-size:1.12rem}
        """
}
