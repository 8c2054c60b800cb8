import { expect, test } from 'vitest';
import { apiWords } from '#language/words/api.ts';
import { problemDetails } from './problem.ts';

test('a wrong parameter is named, with the right ones, in the language of the one who asks', () => {
  const says = apiWords.unknownParameter('citty', ['city', 'limit']);
  const problem = { status: 400, problems: [{ field: 'citty', says }] } as const;
  expect(problemDetails(problem, 'en')).toEqual({
    type: 'about:blank',
    title: 'The request is not right',
    status: 400,
    detail: 'There is no parameter “citty”. You can use: city, limit.',
    errors: [{ parameter: 'citty', detail: 'There is no parameter “citty”. You can use: city, limit.' }],
  });
  expect(problemDetails(problem, 'zh').detail).toBe('不认识参数“citty”。可用的参数：city、limit。');
});

test('a failure of ours says nothing but its number', () => {
  expect(problemDetails({ status: 500, requestId: 'r-1' }, 'en')).toEqual({
    type: 'about:blank',
    title: 'Something went wrong on our side',
    status: 500,
    requestId: 'r-1',
  });
});
