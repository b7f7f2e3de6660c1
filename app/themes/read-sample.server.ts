import { peopleOf, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { readComments } from './read-comments.server.ts';
import { sourceKey } from './comments.ts';
import { agreementByTheme, differences, type ThemeFigures } from './second-coding.ts';
import { sampleOfProgramme } from './second-coding.server.ts';
import type { SampleDifference } from './SecondPages.tsx';

export interface ReadSample {
  sample: { id: string; coder: string; at: Date; done: number; size: number; seed: number };
  isMine: boolean;
  figures: ThemeFigures[];
  /** Only for those who may read single answers. */
  differences: SampleDifference[];
  themes: { id: string; name: string }[];
}

/** A sample with its figures, once the second coder is through. */
export async function readSample(
  programme: Programme,
  sampleId: string,
  personId: string,
  closely: boolean,
): Promise<ReadSample> {
  const { read } = theStore();
  const { sample, items } = await sampleOfProgramme(programme, sampleId);
  const people = await peopleOf(read, programme.authorityId);
  const done = items.filter(({ secondThemes }) => secondThemes !== null);
  const isDone = sample.finishedAt !== null;
  const coded = done.map((item) => ({
    ...item,
    first: item.firstThemes,
    second: item.secondThemes ?? [],
  }));
  const comments = isDone && closely ? await readComments(read, programme) : [];
  const byKey = new Map(comments.map((comment) => [sourceKey(comment.source), comment]));
  return {
    sample: {
      id: sample.id,
      coder: people.find(({ id }) => id === sample.coderId)?.name ?? 'Somebody who has left',
      at: sample.startedAt,
      done: done.length,
      size: items.length,
      seed: sample.seed,
    },
    isMine: sample.coderId === personId,
    figures: isDone ? agreementByTheme(sample.themes, coded) : [],
    differences:
      isDone && closely
        ? differences(coded).map(
            ({ id, sourceKind, sourceId, question, first, second, agreedThemes }) => {
              const comment = byKey.get(`${sourceKind}:${sourceId}:${question}`);
              const words = comment?.words ?? 'The words are not there any more.';
              return {
                id,
                words,
                where: comment?.where ?? '',
                first,
                second,
                agreed: agreedThemes,
              };
            },
          )
        : [],
    themes: sample.themes,
  };
}
