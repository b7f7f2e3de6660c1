/**
 * The page that every document is set on, as Typst source. It holds no user's word: all of them come
 * in by data.json as app/documents/pdf.server.ts writes it.
 */
export const DOCUMENT_TEMPLATE = String.raw`
#let it = json("data.json")
#let ink = rgb("#0b0c0c")
#let quiet = rgb("#505a5f")
#let line = rgb("#b1b4b6")
#let brand = rgb(it.colour)
// The size of normal print times so much: large print is made of the same page.
#let pt-of(points) = points * it.scale * 1pt

#set document(title: it.title + ": " + it.subtitle, author: it.authority, keywords: ())
#set text(font: it.fonts, size: pt-of(10.5), lang: it.lang, region: it.region, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.2em)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2.2cm, bottom: 2cm),
  header: context if counter(page).get().first() > 1 {
    text(size: pt-of(8.5), fill: quiet, it.running)
  },
  footer: context if counter(page).get().first() > 1 {
    set text(size: pt-of(8.5), fill: quiet)
    align(right, it.note + "Page " + counter(page).display() + " of " + str(counter(page).final().first()))
  },
)
#set list(indent: 0.4em, body-indent: 0.6em)
#set table(inset: (x: 5pt, y: 4.5pt), stroke: (x, y) => (bottom: 0.5pt + line))
#show heading: set text(fill: brand)
#show heading.where(level: 1): set text(size: pt-of(18))
#show heading.where(level: 2): set text(size: pt-of(13.5))
#show heading.where(level: 3): set text(size: pt-of(11.5))
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show figure.caption: set text(size: pt-of(9.5), fill: quiet)
#show figure.caption: set align(left)
#show figure.caption: set block(sticky: true)
#show figure: set align(left)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show outline.entry: set text(size: pt-of(10.5))

// A line written as what it is: new, gone, or what stood there before.
#let line-of(one) = {
  if one.as == "mark" { strong(one.text) }
  else if one.as == "gone" { text(fill: quiet, strike(one.text)) }
  else if one.as == "was" { text(fill: quiet, style: "italic", one.text) }
  else { one.text }
}
#let paragraphs(lines) = {
  if lines.len() == 1 { line-of(lines.first()) } else { stack(spacing: 0.55em, ..lines.map(line-of)) }
}
#let in-text(lines) = lines.map(line-of).join(linebreak())
#let shades = (new: rgb("#fff7bf"), gone: rgb("#f3f2f1"))
#let cell-of(cell) = {
  if cell.shade == "" { paragraphs(cell.lines) }
  else { table.cell(fill: shades.at(cell.shade), paragraphs(cell.lines)) }
}

#let table-of(block) = figure(
  kind: table,
  supplement: [Table],
  caption: block.caption,
  {
    set text(size: pt-of(9))
    set par(leading: 0.5em)
    table(
      columns: block.columns.map(column => column.share * 1fr),
      align: block.columns.map(column => if column.numeric { right } else { left }),
      table.header(
        ..block.columns.map(column => table.cell(fill: brand, text(fill: white, weight: "bold", column.title))),
      ),
      ..block.rows.flatten().map(cell-of),
    )
  },
)

#let facts-of(block) = figure(
  kind: table,
  supplement: [Table],
  caption: block.caption,
  table(
    columns: (2fr, 3fr),
    align: left,
    table.header(
      table.cell(fill: brand, text(fill: white, weight: "bold", it.words.what)),
      table.cell(fill: brand, text(fill: white, weight: "bold", it.words.value)),
    ),
    ..block.facts.map(((label, value)) => (strong(cell-of(label)), cell-of(value))).flatten(),
  ),
)

#let picture-of(block) = layout(size => {
  let width = calc.min(size.width, block.width * 0.75pt)
  let tallest = block.tallest * size.height
  if width * block.height / block.width > tallest { width = tallest * block.width / block.height }
  figure(
    kind: image,
    supplement: [Picture],
    caption: block.caption,
    image(block.file, width: width, alt: block.alt),
  )
})

#let block-of(block) = {
  if block.type == "heading" { heading(level: block.level, block.text) }
  else if block.type == "paragraph" {
    if block.tone == "lead" { text(size: pt-of(12), par(in-text(block.lines))) }
    else if block.tone == "note" { text(fill: quiet, par(in-text(block.lines))) }
    else if block.tone == "strong" { strong(par(in-text(block.lines))) }
    else { par(in-text(block.lines)) }
  }
  else if block.type == "list" { list(..block.items.map(in-text)) }
  else if block.type == "facts" { facts-of(block) }
  else if block.type == "table" { table-of(block) }
  else if block.type == "picture" { picture-of(block) }
}

#rect(width: 100%, fill: brand, inset: 12pt, text(fill: white, size: pt-of(12), weight: "bold", it.authority))
#v(2em)
#block(below: 1.2em, text(size: pt-of(20), title()))
#for words in it.cover { par(text(size: pt-of(12), words)) }
#if it.warning != "" { par(text(fill: quiet, it.warning)) }
#v(1.5em)
#outline(title: it.words.contents, depth: 1)

#for run in it.runs {
  page(flipped: run.landscape, {
    for section in run.sections {
      if section.newPage { pagebreak(weak: true) }
      heading(level: 1, section.title)
      if section.mark != "" { strong(par(section.mark)) }
      for block in section.blocks { block-of(block) }
    }
  })
}
`;
