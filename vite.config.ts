import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

const { appDirectory, ignoredRouteFiles, future } = remixConfig;

export default defineConfig({
  plugins: [
    remix({
      ...(appDirectory === undefined ? {} : { appDirectory }),
      ...(ignoredRouteFiles === undefined ? {} : { ignoredRouteFiles }),
      ...(future === undefined ? {} : { future }),
    }),
  ],
  // Scripts and styles come as files of our own address: the Content-Security-Policy allows nothing
  // inline, so nothing may be turned into a data: address.
  build: { assetsInlineLimit: 0, target: 'es2022' },
  css: {
    preprocessorOptions: { scss: { quietDeps: true } },
  },
});
