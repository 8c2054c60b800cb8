import { walkTheDesk } from './desk-pages.ts';

walkTheDesk('zh');
