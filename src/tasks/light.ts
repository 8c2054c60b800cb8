import type { TaskLight } from './task.ts';

/** A shape of its own for each light, so that nothing hangs on the colour. */
export const lightShapes: Readonly<Record<TaskLight, string>> = {
  none: '○',
  green: '●',
  blue: '◆',
  yellow: '▲',
  red: '■',
};

export const lightTones = { none: undefined, green: 'green', blue: 'blue', yellow: 'amber', red: 'red' } as const;
