import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Builds src/web into dist/web, which `liasse serve` hands out. Nothing is inlined, so that the content security policy needs no exception for scripts,
 * fonts or images. `npm run dev:web` serves the page with its changes at once and asks the API of a running `liasse serve`.
 */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: 'es2023',
  },
  server: { proxy: { '/api': process.env['LIASSE_API'] ?? 'http://127.0.0.1:8420' } },
});
