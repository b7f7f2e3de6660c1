import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { tidied } from '#app/theory/tidy.ts';
import { randomTheory } from '#test/layered-graphs.ts';

/** The canvas in a real browser, without a server: bundled as for people, on an empty page. */
export interface CanvasInBrowser {
  browser: Browser;
  script: string;
  style: string;
}

/** Bundles the canvas and starts the browser of this machine. */
export async function canvasInBrowser(): Promise<CanvasInBrowser> {
  const entry = path.join(import.meta.dirname, 'page.tsx');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: path.dirname(entry),
    define: { 'process.env.NODE_ENV': '"production"' },
    esbuild: { jsx: 'automatic' },
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'canvas' },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('The canvas was not bundled');
  const script = output.output[0].code;
  const style = readFileSync(
    createRequire(import.meta.url).resolve('reactflow/dist/base.css'),
    'utf8',
  );
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return { browser, script, style };
}

const SIZES =
  '.tl-canvas{height:800px}.tl-box{box-sizing:border-box;width:100%;height:100%;border:1px solid;white-space:pre}';

export interface Opened {
  page: Page;
  /** Milliseconds until the boxes stood and the page had nothing to do. */
  ready: number;
}

/**
 * Opens the canvas with a theory of so many boxes.
 *
 * @param slower how many times slower than this machine the browser's processor is to be
 */
export async function openCanvas(
  { browser, script, style }: CanvasInBrowser,
  boxes: number,
  slower = 1,
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent(`<style>${style}${SIZES}</style><div class="tl-canvas" id="canvas"></div>`);
  // What runs in the page is written here, and the loader names its functions through this.
  await page.addScriptTag({ content: 'var __name = (each) => each;' });
  const theory = tidied(randomTheory(boxes, Math.round(boxes * 1.4), 1));
  await page.evaluate((theory) => Object.assign(window, { theory }), theory);
  const processor = await page.context().newCDPSession(page);
  await processor.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.evaluate(() => Object.assign(window, { began: performance.now() }));
  await page.addScriptTag({ content: script });
  const ready = await page.evaluate(async () => {
    const shown = () => document.querySelector('.react-flow__node') !== null;
    while (!shown()) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestIdleCallback(done));
    return performance.now() - (window as unknown as { began: number }).began;
  });
  return { page, ready };
}

export interface Dragged {
  /** Frames a second while a box was moved. */
  frames: number;
  /** How often boxes were drawn for one move of the mouse, at most over a whole drag. */
  drawnPerMove: number;
}

const MOVES = 60;

/** Drags one box over the canvas and back, and counts. */
export async function dragABox(page: Page): Promise<Dragged> {
  const box = await page.locator('.react-flow__node').nth(7).boundingBox();
  if (box === null) throw new Error('There is no box to drag');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 12, { steps: 3 });
  // What begins and ends a drag (selecting, saving) is no part of moving.
  await page.evaluate(() => {
    const counted = { frames: 0, began: performance.now(), on: true };
    Object.assign(window, { drawn: 0, counted });
    const next = () => {
      counted.frames += 1;
      if (counted.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.move(x + 12 + move * 4, y + 12 + move * 2);
  }
  const found = await page.evaluate(() => {
    const all = window as unknown as {
      counted: { frames: number; began: number; on: boolean };
      drawn: number;
    };
    all.counted.on = false;
    const seconds = (performance.now() - all.counted.began) / 1000;
    return { frames: all.counted.frames / seconds, drawn: all.drawn };
  });
  await page.mouse.up();
  return { frames: found.frames, drawnPerMove: found.drawn / MOVES };
}
