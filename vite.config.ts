import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './src/platform/content-security-policy.ts';

export default defineConfig({
  plugins: [
    announcerByClass(),
    sveltekit({
      adapter: adapter({ out: 'build', precompress: false }),
      paths: { relative: false },
      // Public pages carry one linked stylesheet; nothing is ever inlined, so the CSP needs no 'unsafe-inline'.
      inlineStyleThreshold: 0,
      csp: { mode: 'nonce', directives: directives() },
    }),
  ],
  build: { target: 'es2022', sourcemap: false },
});

function directives() {
  return Object.fromEntries(Object.entries(contentSecurityPolicy).map(([name, sources]) => [name, [...sources]]));
}

/** Kit hides its announcer of page titles by a style attribute, which our policy blocks: a class does the same. */
function announcerByClass(): Plugin {
  return {
    name: 'announcer-by-class',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/kit/src/runtime/components/root.svelte')) return undefined;
      const changed = code.replace(/(id="svelte-announcer"[^>]*?)\sstyle="[^"]*"/s, '$1 class="visually-hidden"');
      if (changed === code) throw new Error('The announcer of SvelteKit has changed: look at vite.config.ts.');
      return changed;
    },
  };
}
