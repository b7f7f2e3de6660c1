/**
 * The paper form, as Typst source. It holds no author's word: all of them come in by data.json as
 * app/survey/print/print-form.server.ts writes it.
 */
export const FORM_TEMPLATE = String.raw`
#let it = json("data.json")
#let ink = rgb("#0b0c0c")
#let quiet = rgb("#505a5f")
#let base = it.size * 1pt

#set document(title: it.title + " – " + it.authority, author: it.authority)
#set text(font: it.fonts, size: base, lang: it.lang, dir: if it.rtl { rtl } else { ltr }, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 1.8cm, top: 1.8cm, bottom: 1.8cm),
  footer: context {
    set text(size: 0.8em, fill: quiet)
    it.page
      .replace("{number}", counter(page).display())
      .replace("{total}", str(counter(page).final().first()))
    h(1fr)
    it.title
  },
)
#show heading: set block(above: 1.3em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 1.2em)
#show heading.where(level: 2): set text(size: 1.05em)
#show title: set text(size: 1.9em)

#let say(words) = if words.lang == none { words.text } else { text(lang: words.lang, words.text) }
#let paras(list) = for words in list { par(say(words)) }
#let tick = box(width: 1.1em, height: 1.1em, stroke: 0.09em + ink, baseline: 0.2em)
#let rule = block(above: 1.9em, below: 0.3em, line(length: 100%, stroke: 0.6pt + quiet))
#let note(words) = block(above: 0.5em, below: 0.6em, par(text(fill: quiet, words)))

#let options-of(q) = {
  set list(marker: tick, indent: 0pt, body-indent: 0.7em, spacing: if q.options.len() > 12 { 0.55em } else { 0.65em })
  list(..q.options.map(option => [
    #text(size: 0.72em, fill: quiet, str(option.code)) #h(0.35em) #say(option.said)
    #if option.inWords { rule }
  ]))
}

#let answer-of(q) = {
  if q.kind == "options" { options-of(q) }
  else if q.kind == "number" { block(above: 0.9em, rect(width: 5em, height: 2em, stroke: 0.09em + ink)) }
  else if q.kind == "date" {
    block(above: 0.9em, stack(dir: ltr, spacing: 0.8em,
      rect(width: 3em, height: 2em, stroke: 0.09em + ink),
      rect(width: 3em, height: 2em, stroke: 0.09em + ink),
      rect(width: 5em, height: 2em, stroke: 0.09em + ink),
    ))
  }
  else { for _ in range(q.rows) { rule } }
}

#let question-of(q) = block(breakable: q.options.len() > 12, above: 1.5em, below: 1.2em, width: 100%, {
  heading(level: 2, str(q.number) + ". " + say(q.title) + if q.optional { " (" + it.words.optional + ")" })
  if q.only != "" { block(below: 0.6em, par(strong(q.only))) }
  if q.hint.text != "" { note(say(q.hint)) }
  block(above: 0.4em, below: 0.9em, par(text(fill: quiet, q.how)))
  answer-of(q)
  for leap in q.leaps { block(above: 0.8em, par(it.arrow + " " + strong(leap))) }
})

#block(below: 0.6em, par(text(size: 1.05em, weight: "bold", it.authority)))
#title(say(it.heading))
#if it.about.text != "" { par(say(it.about)) }
#for words in it.notes { note(words) }
#par(it.takes)

#grid(
  columns: (1fr, auto), column-gutter: 1em,
  {
    par(it.words.online)
    par(strong(it.address))
  },
  image("qr.svg", width: 3cm, alt: it.address),
)

#heading(level: 1, it.words.how)
#list(..it.how)

#heading(level: 1, it.words.privacy)
#paras(it.notice)

#for section in it.sections {
  if section.title.text != "" { heading(level: 1, say(section.title)) }
  if section.opening.text != "" { par(say(section.opening)) }
  for part in section.parts {
    if part.kind == "passage" { paras(part.paragraphs) }
    else if part.kind == "group" {
      block(above: 1.4em, below: 0.5em, sticky: true, strong(say(part.title)))
      if part.hint.text != "" { note(say(part.hint)) }
    }
    else { question-of(part.question) }
  }
}

#heading(level: 1, it.words.last)
#if it.returnTo.len() > 0 {
  par(it.words.returnTo)
  block(stroke: 0.6pt + quiet, inset: 0.8em, par(it.returnTo.join(linebreak())))
}
#if it.returnBy != "" { par(strong(it.returnBy)) }

#figure(
  kind: table,
  supplement: none,
  numbering: none,
  caption: figure.caption(position: top, text(size: 0.8em, fill: quiet, it.words.office)),
  {
    set text(size: 0.8em, lang: "en", dir: ltr)
    table(
      columns: (1fr, 1fr, 1fr),
      inset: 0.5em,
      align: left,
      stroke: 0.6pt + quiet,
      table.header(..it.office.map(words => strong(words))),
      ..it.office.map(_ => block(height: 1.6em, width: 100%)),
    )
  },
)
`;
