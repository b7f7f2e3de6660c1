import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { look, lookerWithoutScript, type Look } from './looking.ts';
import { openBrowser, personAt, startServer, type Running } from './running.ts';
import { canvas, focused, Hands, outline, OUTCOME, SOON, table, TASKS } from './theory-editors.ts';

// The same ten tasks on the canvas, in the outline and in the table, by keyboard alone: after each the
// theory is the same, whichever editor did it, and none takes more than a step longer.

let server: Running;
let browser: Browser;
let lookWithoutScript: Look;
/** Path of the theory of the demonstration. */
let theory = '';

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  lookWithoutScript = await lookerWithoutScript(browser, server.address);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function leadAt(path: string, script = true): Promise<Page> {
  const viewport = { width: 1400, height: 900 };
  const page = await personAt(browser, server.address, { viewport, javaScriptEnabled: script });
  await page.goto(server.door('strategic lead'));
  theory = `${new URL(page.url()).pathname}/theory`;
  await open(page, path);
  return page;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${theory}${path}`);
  if (path === '') await page.locator('.react-flow__node').first().waitFor();
}

interface Exported {
  nodes: { id: string; type: string; label: string; detail: string; position: number }[];
  links: { id: string; source: string; target: string; reason: string; more: object }[];
  pieces?: { kind: string; on: string | null; more: object }[];
}

/** The theory's own JSON, without ids and with the order of boxes for their positions. */
async function exported(page: Page): Promise<{ sequence: number; holds: object }> {
  const answer = await page.request.get(`${theory}/export/json`);
  const all = (await answer.json()) as Exported;
  const named = new Map(all.nodes.map(({ id, label }) => [id, label]));
  for (const { id, source, target } of all.links) {
    named.set(id, `${named.get(source)} > ${named.get(target)}`);
  }
  const byWords = <T>(things: T[]) => things.map((each) => JSON.stringify(each)).sort();
  return {
    sequence: await sequenceNow(page),
    holds: {
      boxes: all.nodes
        .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
        .map(({ id: _, position: _position, ...box }) => box)
        .reduce<Record<string, object[]>>((columns, box) => {
          (columns[box.type] ??= []).push(box);
          return columns;
        }, {}),
      links: byWords(
        all.links.map(({ id: _, source, target, ...link }) => ({
          ...link,
          from: named.get(source),
          to: named.get(target),
        })),
      ),
      pieces: byWords(
        (all.pieces ?? []).map(({ kind, on, more }) => ({
          kind,
          on: named.get(on ?? '') ?? null,
          more,
        })),
      ),
    },
  };
}

/** How many operations the theory has seen, as a form of its table says. */
async function sequenceNow(page: Page): Promise<number> {
  const answer = await page.request.get(`${theory}/table`);
  return Number(/name="base" value="(\d+)"/.exec(await answer.text())?.[1]);
}

async function saved(page: Page): Promise<void> {
  if ((await page.locator('.tl-editor').count()) === 0) return;
  await expect
    .poll(() => page.getByRole('status').first().innerText(), { timeout: 20_000 })
    .toMatch(/^(Saved \d\d:\d\d|All saved)/);
}

/** Puts the theory back as it was, by its history. */
async function goBackTo(page: Page, sequence: number): Promise<void> {
  await page.goto(`${theory}/history/back?to=${sequence}`);
  await new Hands(page).open('button', 'Go back to this');
}

describe('ten tasks by keyboard alone', () => {
  const after = new Map<string, object>();
  const steps: Record<string, Record<string, number>> = {};

  test.each([canvas, outline, table])('$name', async (editor) => {
    const page = await leadAt(editor.path, editor.script);
    const before = await exported(page);
    for (const task of TASKS) {
      await open(page, editor.path);
      const hands = new Hands(page);
      await editor.tasks[task](hands);
      await saved(page);
      // In the middle of editing: a link is open, or what was typed is wrong.
      if (task === 'add an assumption to a link') {
        if (editor.script) await look(page);
        else await lookWithoutScript(page);
      }
      const { holds } = await exported(page);
      expect(holds, `${editor.name}: ${task}`).toEqual(after.get(task) ?? holds);
      after.set(task, holds);
      (steps[task] ??= {})[editor.name] = hands.steps;
    }
    expect(JSON.stringify((await exported(page)).holds)).toContain(OUTCOME);
    await goBackTo(page, before.sequence);
    expect((await exported(page)).holds).toEqual(before.holds);
    await page.context().close();
  });

  test('no editor takes more than a step longer than another', () => {
    for (const task of TASKS) {
      const counts = Object.values(steps[task] ?? {});
      expect(counts, task).toHaveLength(3);
      expect(Math.max(...counts) - Math.min(...counts), JSON.stringify(steps)).toBeLessThanOrEqual(
        1,
      );
    }
  });
});

describe('switching', () => {
  test('keeps the box that was selected, and puts the focus on it', async () => {
    const page = await leadAt('');
    const hands = new Hands(page);
    const node = page.locator('.react-flow__node').filter({ hasText: 'Fathers take part' });
    await node.focus();
    await hands.press('Enter');
    await expect.poll(() => focused(page)).toBe('box-label');
    const id = (await node.getAttribute('data-id')) ?? '';
    await hands.open('link', 'Outline');
    expect(await focused(page)).toBe(`box-${id}`);
    await look(page);
    await hands.open('link', 'Table');
    expect(await focused(page)).toMatch(/^What the box says: Fathers take part/);
    await look(page);
    await hands.open('link', 'Text');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const field = document.activeElement;
          if (!(field instanceof HTMLTextAreaElement)) return '';
          return field.value.slice(field.selectionStart).split('\n')[0] ?? '';
        }),
      )
      .toMatch(/^Fathers take part/);
    await look(page);
    await hands.open('link', 'Canvas');
    await expect
      .poll(() => focused(page))
      .toBe(`${SOON}: Fathers take part in their child’s early learning`);
    await page.context().close();
  });

  // All that the page needs by its own account: what draws and edits, React and the router (83 KB) and what every
  // page has. The panel with its fields and checks comes after.
  test('and all script of the page, until the theory can be edited, weighs at most 200 KB', async () => {
    const page = await leadAt('');
    const html = await (await page.request.get(theory)).text();
    const links = html.match(/<link rel="modulepreload"[^>]*>/g) ?? [];
    const needed = new Set(links.flatMap((link) => /href="([^"]+)"/.exec(link)?.[1] ?? []));
    const weights = [...needed].map(async (path) => {
      const script = await page.request.get(new URL(path, server.address).href);
      expect(script.status(), path).toBe(200);
      return gzipSync(await script.body()).length;
    });
    const bytes = (await Promise.all(weights)).reduce((sum, each) => sum + each, 0);
    expect(bytes / 1024).toBeGreaterThan(130);
    expect(bytes / 1024).toBeLessThanOrEqual(200);
    await page.context().close();
  });
});

test('linking can be seen, heard and left, and the keys are told', async () => {
  const page = await leadAt('');
  const hands = new Hands(page);
  const said = () => page.locator('[aria-live="polite"]').first().innerText();
  await page.locator('.react-flow__node').filter({ hasText: 'A visit to each' }).focus();
  await hands.press('c');
  await expect.poll(said).toMatch(/^Linking “A visit to each/);
  await page.getByRole('button', { name: 'Stop linking' }).waitFor();
  await look(page);
  await hands.press('Escape');
  await expect.poll(said).toBe('No link is made.');
  expect(await focused(page)).toMatch(/^Output: A visit to each/);
  // By pressing, with nothing to drag: from the panel, then the other box.
  await hands.press('Enter');
  await page.getByRole('button', { name: 'Choose it on the canvas' }).click();
  await page.locator('.react-flow__node').filter({ hasText: 'Families come for help' }).click();
  await expect.poll(() => focused(page)).toBe('link-reason');
  await hands.press('Escape');
  await hands.press('?');
  expect(await page.locator('.tl-toolbar__keys').getAttribute('open')).not.toBeNull();
  await hands.press('Tab');
  await saved(page);
  await page.context().close();
});
