/**
 * The poster of what became of what families said, as Typst source. It holds no author's word: all of
 * them come in by data.json as app/panel/answer/poster.server.ts writes it.
 */
export const POSTER_TEMPLATE = String.raw`
#let it = json("data.json")
#let quiet = rgb("#505a5f")
#let brand = rgb(it.colour)

#set document(title: it.heading + " – " + it.authority, author: it.authority)
#set text(font: it.fonts, size: it.size * 1pt, lang: it.lang, dir: if it.rtl { rtl } else { ltr }, fill: rgb("#0b0c0c"), hyphenate: false)
#set par(leading: 0.62em, spacing: 0.7em)
#set page(paper: "a4", margin: (x: 1.6cm, top: 1.6cm, bottom: 1.8cm),
  footer: context {
    set text(size: 0.75em, fill: quiet)
    it.note
    h(1fr)
    counter(page).display() + " / " + str(counter(page).final().first())
  })
#show heading: set text(fill: brand)
#show heading.where(level: 1): set text(size: 1.05em)
#show heading: set block(above: 0.5em, below: 0.4em, sticky: true)
#show title: set text(size: 2.4em, fill: brand)
#show title: set block(above: 0.4em, below: 0.4em)

#block(below: 0.4em, text(size: 1.05em, weight: "bold", it.authority))
#title(it.heading)
#grid(columns: (1fr, auto), column-gutter: 1em,
  { par(it.about); par(strong(it.address)) },
  image("qr.svg", width: 2.6cm, alt: it.address))

#for one in it.answers {
  block(breakable: it.size > 14, above: 1em, below: 0.6em, width: 100%, stroke: (top: 2pt + brand), inset: (top: 0.7em), {
    set text(lang: one.lang, dir: if one.rtl { rtl } else { ltr })
    heading(level: 1, one.said)
    par(one.youSaid)
    heading(level: 1, one.what)
    par(one.words)
    if one.because != "" { par(strong(one.becauseWord + ": ") + one.because) }
    if one.who != "" { par(text(fill: quiet, one.who)) }
  })
}
`;
