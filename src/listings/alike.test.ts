import { expect, test } from 'vitest';
import { isAlike } from './alike.ts';

const bearing = {
  title: '扫地机器人滚刷轴承降噪',
  text: '现有滚刷轴承噪声为 62 dB，用户退货与噪声有关，希望降到 56 dB。',
};

test.each([
  [{ title: '滚刷轴承降噪（扫地机器人）', text: '滚刷轴承噪声 62 dB，希望降到 56 dB，退货与噪声有关。' }, true],
  [{ title: '扫地机器人滚刷轴承降噪', text: '' }, true],
  [{ title: '扫地机器人边刷电机寿命', text: '边刷电机 300 小时后失效，希望达到 800 小时。' }, false],
  [{ title: '压铸模具寿命预测', text: '模具在 4 万次后开裂。' }, false],
  [{ title: '', text: '' }, false],
])('%j', (other, same) => {
  expect(isAlike(bearing, other)).toBe(same);
  expect(isAlike(other, bearing)).toBe(same);
});
