import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build', precompress: false }),
      paths: { relative: false },
      // Public pages carry one linked stylesheet; nothing is ever inlined, so the CSP needs no 'unsafe-inline'.
      inlineStyleThreshold: 0,
    }),
  ],
  build: { target: 'es2022', sourcemap: false },
});
