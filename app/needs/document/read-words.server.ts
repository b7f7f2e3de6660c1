import { itemsOf, samplesOf } from '#db/second-coding.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { judgedQuotes } from '#app/themes/choose-quote.server.ts';
import { countThemes } from '#app/themes/count-themes.server.ts';
import { publishable } from '#app/themes/quotes.ts';
import { agreementByTheme } from '#app/themes/second-coding.ts';
import type { AssessedWords } from './assessment.ts';

/** The most words of one theme that are quoted: a document, not a transcript. */
const MOST_QUOTES = 4;

/** Themes with their counts, and with the words that may be published today. */
export async function assessedWords(programme: Programme): Promise<AssessedWords> {
  const counts = await countThemes(programme);
  const { quotes, themes } = await judgedQuotes(programme);
  const byTheme = publishable(quotes);
  const definition = new Map(themes.map((theme) => [theme.id, theme.definition]));
  return {
    progress: counts.progress,
    wheres: counts.wheres,
    rows: counts.byQuestion.map((row) => ({
      ...row,
      definition: definition.get(row.id) ?? '',
      quotes: (byTheme.get(row.id) ?? []).slice(0, MOST_QUOTES),
    })),
    agreement: await lastAgreement(programme),
  };
}

async function lastAgreement({ authorityId, id }: Programme): Promise<AssessedWords['agreement']> {
  const { read } = theStore();
  const samples = await samplesOf(read, authorityId, id);
  const sample = samples.find(({ finishedAt }) => finishedAt !== null);
  if (!sample) return null;
  const items = await itemsOf(read, authorityId, [sample.id]);
  const coded = items.map(({ firstThemes, secondThemes }) => ({
    first: firstThemes,
    second: secondThemes ?? [],
  }));
  return {
    size: items.length,
    themes: agreementByTheme(sample.themes, coded).map(({ name, observed, kappa }) => ({
      name,
      observed,
      kappa,
    })),
  };
}
