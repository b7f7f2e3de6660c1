import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, personAt } from './running.ts';

/** Looks over the page as it stands: nothing that axe finds, nothing to scroll sideways. */
export type Look = (page: Page) => Promise<void>;

/**
 * Axe runs script, which a window without script does not. What stands in such a window is shown,
 * letter for letter and at its own address, in a second window of a phone's size that has script.
 */
export async function lookerWithoutScript(browser: Browser, address: string): Promise<Look> {
  const glass = await personAt(browser, address, { viewport: { width: 360, height: 740 } });
  return async (page) => {
    const here = new URL(page.url()).origin + new URL(page.url()).pathname;
    const body = await page.content();
    const shown = (url: URL) => url.origin + url.pathname === here;
    await glass.route(shown, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    await glass.goto(here);
    await expectAccessible(glass);
    await expectNoSidewaysScroll(glass);
    await glass.unroute(shown);
  };
}

/** The same for a window that has script. */
export const look: Look = async (page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};
