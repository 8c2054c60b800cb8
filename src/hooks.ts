import type { Transport } from '@sveltejs/kit/hooks';
import { isDrawn } from '#platform/drawn.ts';

export const transport: Transport = {
  drawn: {
    encode: isDrawn,
    decode: () => {
      throw new Error('A page with script needs what it loads: it must not be marked as drawn.');
    },
  },
};
