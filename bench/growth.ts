import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import type { Axis } from './growth/axes.ts';
import { growthPage, pictureName } from './growth/page.ts';
import { growthPicture } from './growth/picture.ts';
import { measured, ofAnswers, ofAuthorities, ofBoxes } from './growth/sizes.ts';
import type { Options } from './options.ts';
import { kept, type Circumstances } from './report.ts';

const docs = path.join(import.meta.dirname, '..', 'docs');

/** Measures how cost grows, and writes it as figures, pictures and a page. Gives the exit code. */
export async function growth({ quick, json, all }: Options, about: Circumstances): Promise<number> {
  const axes = await measureAll(quick);
  const found = { ...about, axes };
  // After the cases, their figures are the one object that is printed.
  if (json && !all) console.log(JSON.stringify(found, null, 2));
  // A quick run shows that all of it works; its figures are no one's.
  if (quick) return 0;
  await kept('growth.json', found);
  for (const axis of axes) {
    for (const unit of ['ms', 'MB'] as const) {
      const picture = path.join(docs, 'pictures', pictureName(axis, unit));
      writeFileSync(picture, growthPicture(axis, unit));
    }
  }
  const page = await format(growthPage(axes, about), { parser: 'markdown' });
  writeFileSync(path.join(docs, 'growth.md'), page);
  if (!json) console.log(page);
  return 0;
}

async function measureAll(quick: boolean): Promise<Axis[]> {
  return [
    await measured(
      { id: 'answers', title: 'With answers', along: 'answers to a survey of 40 questions' },
      (quick ? [1000, 3000] : [1000, 10_000, 100_000, 1_000_000]).map(ofAnswers),
    ),
    await measured(
      { id: 'boxes', title: 'With the size of a theory', along: 'boxes of a theory of change' },
      (quick ? [60, 120] : [60, 120, 300, 600]).map(ofBoxes),
    ),
    await measured(
      { id: 'authorities', title: 'With authorities', along: 'authorities on one server' },
      (quick ? [10, 30] : [10, 100, 1000]).map(ofAuthorities),
    ),
  ];
}
