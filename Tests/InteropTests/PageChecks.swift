/// JavaScript that looks at a page.
enum PageChecks {
    static let ratio = """
        ((a, b) => {
          const l = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255).map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
            return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
          const [x, y] = [l(a), l(b)];
          return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
        })
        """

    static let ground = """
        (e => {
          for (; e; e = e.parentElement) {
            const c = getComputedStyle(e).backgroundColor;
            if (!/^rgba\\(.*, 0\\)$/.test(c) && c !== 'transparent') return c;
          }
          return 'rgb(255, 255, 255)';
        })
        """

    static let contrast = """
        [...document.querySelectorAll('body *')].filter(e => !e.closest('.skip') && e.getClientRects().length
            && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !['TITLE', 'DESC'].includes(e.tagName.toUpperCase()))
          .map(e => ({ text: e.textContent.slice(0, 40),
            ratio: \(ratio)(e.ownerSVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color, \(ground)(e)) }))
        """
}
