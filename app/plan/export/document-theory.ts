import { theorySvg } from '#app/theory/draw.ts';
import { boxesById, column, typeName, type Theory } from '#app/theory/graph.ts';
import { assumptionsOf, VERDICT_LOOKS, type Answered } from '#app/theory/stress/assumptions.ts';
import { altText, relationsOf, usedTypes } from '#app/theory/words.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { lines, type Block, type DocumentPicture } from '#app/documents/blocks.ts';

/** The theory as a picture, with what it shows for somebody who does not see it. */
export function theoryPicture(theory: Theory): DocumentPicture {
  return {
    type: 'picture',
    svg: theorySvg(theory),
    alt: `${altText(theory)} The table in the section “Theory of change” says the same in words.`,
    caption: theory.title,
  };
}

/** The theory as a table: one row a box, in the order of the columns, with where it leads and why. */
export function theoryBlocks(theory: Theory | null): Block[] {
  if (theory === null || theory.boxes.length === 0) {
    return [{ type: 'paragraph', text: 'There is no theory of change yet.' }];
  }
  const boxes = boxesById(theory);
  const inOrder = usedTypes(theory).flatMap((type) => column(theory, type));
  const rows = usedTypes(theory).flatMap((type) =>
    column(theory, type).map((box) => [
      typeName(theory, type).one,
      box.detail === '' ? box.label : `${box.label}\n${box.detail}`,
      lines(
        relationsOf(theory, box.id, boxes)
          .filter(({ outgoing, says }) => outgoing || says === 'is addressed by')
          .map(({ says, other, link }) => {
            const because = link.reason.trim() === '' ? '' : `: ${link.reason.trim()}`;
            return `${says.charAt(0).toUpperCase()}${says.slice(1)} “${other.label}”${because}`;
          }),
      ),
    ]),
  );
  return [
    theoryPicture(theory),
    {
      type: 'table',
      caption: `${theory.title}: every box and where it leads`,
      columns: [
        { title: 'Type', share: 2 },
        { title: 'Box', share: 5 },
        { title: 'Where it leads, and why', share: 7 },
      ],
      rows,
      keys: inOrder.map(({ id }) => id),
    },
    ...assumptionBlocks(theory),
  ];
}

/** What the plan takes for granted, the most critical first, with the last answer to it. */
export function assumptionBlocks(theory: Theory): Block[] {
  const assumptions = assumptionsOf(theory);
  if (assumptions.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'What has to hold, and who watches it',
      columns: [
        { title: 'What has to hold', share: 5 },
        { title: 'Does it hold?', share: 5 },
        { title: 'Who watches it', share: 2.5 },
        { title: 'Look again', share: 2 },
      ],
      keys: assumptions.map(({ id }) => id),
      rows: assumptions.map(({ words, critical, answered, owner, reviewOn }) => [
        lines([words, ...(critical ? ['Without it the theory or the step fails'] : [])]),
        lines(answered === null ? ['Not answered yet'] : answerLines(answered)),
        owner === '' ? 'Nobody yet' : owner,
        reviewOn === '' ? 'No date' : sayShortDay(reviewOn),
      ]),
    },
  ];
}

function answerLines({ verdict, why, todo, on, by }: Answered): string[] {
  const said = [VERDICT_LOOKS[verdict].name, by, on === '' ? '' : sayShortDay(on)];
  return [said.filter((each) => each !== '').join(', '), why, todo].filter((each) => each !== '');
}
