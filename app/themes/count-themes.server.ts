import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { answersInWords, definitionsOf } from '#db/themes.ts';
import { questionsOf, titleOf } from '#app/survey/definition.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import { progressOf, sayProgress, type CodedComment } from './coding.ts';
import { definitionsById } from './comments.ts';
import { countsByGroup, countsByQuestion, type CountRow, type GroupCounts } from './counts.ts';
import { groupedBy } from './grouped.ts';
import { readCoding } from './read-coding.server.ts';

export interface ThemeCounts {
  wheres: string[];
  byQuestion: CountRow[];
  groupings: { value: string; label: string }[];
  byGroup: GroupCounts | null;
  progress: string;
}

/**
 * How often each theme was raised, small numbers hidden.
 *
 * @param grouping the name of a question with one answer; empty for none
 */
export async function countThemes(programme: Programme, grouping = ''): Promise<ThemeCounts> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const { tree, comments } = await readCoding(programme);
  const coded = comments.filter(({ state }) => state !== 'new');
  const voiced = coded.flatMap((comment) =>
    comment.themes.map((themeId) => voicedIn(comment, themeId)),
  );
  const wheres = [...groupedBy(voiced, ({ where }) => where).keys()];
  const questions = groupQuestions(
    [...definitionsById(await definitionsOf(read, authorityId, id)).values()].flatMap(questionsOf),
  );
  const chosen = questions.find(({ name }) => name === grouping);
  return {
    wheres,
    byQuestion: countsByQuestion(tree, voiced, wheres),
    groupings: questions.map(({ name, title }) => ({ value: name, label: title })),
    byGroup: chosen
      ? countsByGroup(
          tree,
          voiced,
          coded.filter(({ voice }) => voice.startsWith('answer ')).map(({ voice }) => voice),
          [...chosen.labels.values()],
          await groupsOf(programme, chosen),
        )
      : null,
    progress: sayProgress(progressOf(comments)),
  };
}

const voicedIn = ({ voice, where }: CodedComment, themeId: string) => ({ themeId, voice, where });

interface GroupQuestion {
  name: string;
  title: string;
  labels: Map<string, string>;
}

/** Questions with one answer from a list: what people can be grouped by. */
function groupQuestions(questions: ReturnType<typeof questionsOf>): GroupQuestion[] {
  const found = new Map<string, GroupQuestion>();
  for (const question of questions) {
    if (question.type !== 'radiogroup' && question.type !== 'dropdown') continue;
    const labels = new Map(
      optionsOf(question)
        .filter(({ value }) => value !== PREFER_NOT_TO_SAY)
        .map(({ value, text }) => [String(value), text]),
    );
    const there = found.get(question.name);
    if (there) for (const [value, label] of labels) there.labels.set(value, label);
    else found.set(question.name, { name: question.name, title: titleOf(question), labels });
  }
  return [...found.values()];
}

/** The group of a voice by what it answered; none for those who gave no answer of the list. */
async function groupsOf(programme: Programme, { name, labels }: GroupQuestion) {
  const rows = await answersInWords(theStore().read, programme.authorityId, programme.id);
  const group = new Map(
    rows.flatMap(({ id, answers }) => {
      const answer = answers[name];
      const given = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
      const label = labels.get(given);
      return label === undefined ? [] : [[`answer ${id}`, label] as [string, string]];
    }),
  );
  return (voice: string) => group.get(voice) ?? null;
}
