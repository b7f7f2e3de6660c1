/**
 * Letters with a personal link, one a page or more, as Typst source. It holds no user's word: all of
 * them come in by data.json. The address block stands where the window of a DL envelope is (BS 4264):
 * it is left empty below the name, because nobody's postal address is kept.
 */
export const LETTER_TEMPLATE = String.raw`
#let it = json("data.json")
#set document(title: it.title, author: it.authority, keywords: ())
#set text(font: it.fonts, size: 12pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.7em, spacing: 1.3em)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2cm))
#show heading: set text(fill: rgb(it.colour), size: 18pt)
#show heading: set block(above: 1.2em, below: 1em)

#for (at, letter) in it.letters.enumerate() {
  if at > 0 { pagebreak() }
  strong(it.authority)
  if it.warning != "" { par(text(size: 9.5pt, it.warning)) }
  // From 50 to 90 millimetres below the top edge, seen through the window.
  v(2.6cm, weak: false)
  block(height: 3.6cm, width: 9cm, letter.name)
  par(it.day)
  heading(level: 1, letter.subject)
  for part in letter.paragraphs {
    if part == letter.link and part != "" {
      block(breakable: false, grid(
        columns: (3.6cm, 1fr),
        column-gutter: 0.6cm,
        align: (left, left + horizon),
        image(letter.qr, width: 3.4cm, alt: "QR code of the address beside it"),
        {
          par("Point the camera of your telephone at the square, or type this address:")
          par(text(size: 11pt, weight: "bold", part))
        },
      ))
    } else { par(part) }
  }
}
`;
