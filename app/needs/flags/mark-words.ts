import { FLAG_NAMES, FLAGS } from '#app/survey/flags.ts';
import { LIKE, SHINGLE } from '#app/statistics/near-duplicates.ts';
import { FEWEST_ALIKE, FEWEST_SCALES, type Cluster, type ImplausiblePair } from './marks.ts';

/** What a cluster is called, and what its mark does and does not tell. */
export interface ClusterWords {
  name: string;
  means: string;
}

/**
 * @param titles question name to its words
 */
export function clusterWords(
  cluster: Cluster,
  titles: Readonly<Record<string, string>>,
  pairs: readonly ImplausiblePair[],
): ClusterWords {
  switch (cluster.kind) {
    case 'same-words':
      return {
        name: `Nearly the same words in “${titles[cluster.about] ?? cluster.about}”`,
        means: `Runs of ${SHINGLE} words are compared; ${100 * LIKE}% or more of them are the same. A campaign gives its members words, and each of them is somebody. One person who sends many looks the same.`,
      };
    case 'same-answers':
      return {
        name: 'Every answer the same, on one day',
        means: `All of ${FEWEST_ALIKE} or more answers are the same. Sent twice by one person, or copied.`,
      };
    case 'came-marked': {
      const flag = FLAGS.find((each) => each === cluster.about);
      return flag ? FLAG_NAMES[flag] : { name: 'Marked when it came', means: '' };
    }
    case 'pair': {
      const pair = pairs.find(({ id }) => id === cluster.about);
      return { name: 'Two answers that hardly go together', means: pair?.why ?? '' };
    }
    case 'straight-line':
      return {
        name: 'The same point on every scale',
        means: `${FEWEST_SCALES} or more scales, one answer to all of them. Some people do mean it.`,
      };
    case 'mostly-blank':
      return {
        name: 'Over 85% left blank',
        means: 'Of the questions that were asked. Somebody who answers one question answers it.',
      };
  }
}
