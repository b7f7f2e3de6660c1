import { canvasInBrowser, openCanvas } from '../canvas/open-canvas.ts';
import type { Case } from '../case.ts';

const PATIENCE = 1_000;

const canvasOpen: Case = {
  id: 'canvas-open-60',
  what: 'How long until 60 boxes stand and can be moved, in a browser six times slower than here.',
  unit: 'ms',
  better: 'less',
  limitIs: `${PATIENCE} ms`,
  goal: 1,
  async run({ quick }) {
    const canvas = await canvasInBrowser();
    const samples: number[] = [];
    for (let time = 0; time < (quick ? 1 : 5); time += 1) {
      const { page, ready } = await openCanvas(canvas, 60, 6);
      samples.push(ready);
      await page.close();
    }
    await canvas.browser.close();
    return { samples, limit: PATIENCE };
  },
};

export default canvasOpen;
