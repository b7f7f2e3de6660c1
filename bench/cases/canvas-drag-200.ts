import { canvasInBrowser, dragABox, openCanvas } from '../canvas/open-canvas.ts';
import type { Case } from '../case.ts';

/** From so many frames a second on, moving looks smooth enough to work by. */
const SMOOTH = 30;

const canvasDrag: Case = {
  id: 'canvas-drag-200',
  what: 'Frames a second while a box is dragged among 200, in a browser four times slower than here.',
  unit: 'a second',
  better: 'more',
  limitIs: `${SMOOTH} frames a second`,
  goal: 1,
  async run({ quick }) {
    const canvas = await canvasInBrowser();
    const samples: number[] = [];
    for (let time = 0; time < (quick ? 1 : 3); time += 1) {
      const { page } = await openCanvas(canvas, 200, 4);
      samples.push((await dragABox(page)).frames);
      await page.close();
    }
    await canvas.browser.close();
    return { samples, limit: SMOOTH };
  },
};

export default canvasDrag;
