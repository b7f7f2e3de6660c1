import { canvasInBrowser, dragABox, openCanvas } from '../canvas/open-canvas.ts';
import type { Case } from '../case.ts';

/** The box that is moved, and one that comes into view. */
const MOST = 2;

const canvasDrawn: Case = {
  id: 'canvas-drawn',
  what: 'How many boxes are drawn again for one move of the mouse, among 60, 200 and 500.',
  unit: 'boxes',
  better: 'less',
  limitIs: `${MOST} boxes`,
  goal: 1,
  async run({ quick }) {
    const canvas = await canvasInBrowser();
    const samples: number[] = [];
    for (const boxes of quick ? [60] : [60, 200, 500]) {
      const { page } = await openCanvas(canvas, boxes);
      samples.push((await dragABox(page)).drawnPerMove);
      await page.close();
    }
    await canvas.browser.close();
    return { samples, limit: MOST };
  },
};

export default canvasDrawn;
